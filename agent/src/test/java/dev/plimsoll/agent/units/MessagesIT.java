package dev.plimsoll.agent.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.units.Application.Start;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.units.Messages;

class MessagesIT {

    @Test
    void aMessageOrAJobIsAUnitThatIsNamedAfterWhereItComesFrom() throws Exception {
        Application ran = Application.run(Start.of(Messages.class));
        assertThat(ran.units())
                .as(ran.output())
                .containsAllEntriesOf(Map.of(
                        "jms_orders", "orders listener",
                        "jms_prices", "prices listener",
                        "jms_in_spring", "returns listener",
                        "jms_by_old_names", "ByOldNames.onMessage",
                        "kafka_payments", "payments listener",
                        "kafka_refunds", "refunds listener",
                        "rabbit_in_spring_1", "parcels listener",
                        "rabbit_1", "shop listener",
                        "rabbit_2", "letters listener",
                        "quartz", "Nightly.execute"));
    }
}
