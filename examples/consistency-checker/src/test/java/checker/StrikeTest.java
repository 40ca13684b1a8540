package checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrikeTest {

    @Test
    void theSeedAloneDecidesTheSchedule() {
        assertThat(schedule(7, 100)).isEqualTo(schedule(7, 100)).isNotEqualTo(schedule(8, 100));
    }

    @Test
    void everyFaultComesOnceInEachRound() {
        int all = Fault.values().length;

        assertThat(schedule(7, all)).extracting(Strike::fault).containsExactlyInAnyOrder(Fault.values());
        assertThat(schedule(7, 2 * all).subList(all, 2 * all))
                .extracting(Strike::fault)
                .containsExactlyInAnyOrder(Fault.values());
    }

    @Test
    void theSeedAloneDecidesWhatSessionsDo() {
        SplittableRandom one = new SplittableRandom(7);
        SplittableRandom other = new SplittableRandom(7);

        for (int times = 0; times < 100; times++) {
            assertThat(Action.read(one)).isEqualTo(Action.read(other));
            assertThat(Action.write(one)).isEqualTo(Action.write(other));
        }
    }

    @Test
    void aStrikeSaysWhatItIs() {
        assertThat(schedule(7, 1).get(0).toString()).matches("[a-z-]+ \\(standby [12], [12]\\.\\d s\\)");
    }

    private static List<Strike> schedule(long seed, int length) {
        Supplier<Strike> schedule = Strike.schedule(List.of(Fault.values()), seed);
        return Stream.generate(schedule).limit(length).toList();
    }
}
