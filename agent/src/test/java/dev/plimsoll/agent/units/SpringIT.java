package dev.plimsoll.agent.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.units.Application.Start;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.units.SpringJobs;

class SpringIT {

    static Stream<Start> starts() {
        Start spring = Start.of(SpringJobs.class);
        return Stream.of(spring, spring.attachedLater());
    }

    @ParameterizedTest
    @MethodSource("starts")
    void aScheduledMethodIsAUnitAndSoIsATransactionalOneThatIsInNone(Start start) throws Exception {
        Application ran = Application.run(start);
        assertThat(ran.units())
                .as(ran.output())
                .containsEntry("scheduled", "Jobs.cleanUp")
                .containsEntry("scheduled_transaction", "Jobs.cleanUp")
                .containsEntry("transactional", "Orders.place");
    }
}
