package replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed. */
class DisplayTest {
    private static final Gauges NOTHING = gauges(0, 0, 0, 0);

    private static Gauges gauges(long behindBytes, long behindNanos, long pinned, long heldNanos) {
        return new Gauges(
                List.of(
                        new Gauges.NodeGauge("p", false, true, behindBytes, behindNanos),
                        new Gauges.NodeGauge("a", true, true, 0, 0),
                        new Gauges.NodeGauge("b", false, true, behindBytes, behindNanos)),
                pinned,
                pinned,
                heldNanos);
    }

    private static Count count(long each) {
        return new Count(List.of(each, each, 2 * each), each, each, each, each, each);
    }

    @Test
    void aSecondTellsSharesLagPinsAndMissedWrites() {
        Gauges now = gauges(4_200, 7_000_000, 40, 200_000_000);

        assertThat(Display.second(7, count(250), count(0), NOTHING, now))
                .isEqualTo("  7 s  1000 reads/s: p  25% a* 25% b  50% | lag p 4 kB, 7 ms; b 4 kB, 7 ms"
                        + " | pinned 40/s, 5 ms | missed 0");
    }

    @Test
    void aNodeThatGetsNoReadsIsMarkedAndHasNoLag() {
        Gauges now = new Gauges(List.of(new Gauges.NodeGauge("b", false, false, 5, 5)), 0, 0, 0);

        assertThat(Display.second(7, count(0), count(0), NOTHING, now)).contains("b-  0%", "| lag |");
    }

    @Test
    void theLongestSecondFitsTheWidth() {
        Gauges now = gauges(999_900_000L, 99_000_000_000L, 9_999, 9_999L * 9_999_000_000L);

        assertThat(Display.second(999, count(24_999), count(999), NOTHING, now))
                .hasSizeLessThanOrEqualTo(Display.WIDTH);
    }

    @Test
    void theLegendFitsTheWidth() {
        assertThat(Display.LEGEND.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Display.WIDTH));
    }

    @Test
    void bytesAndTimesHaveTheirUnits() {
        assertThat(Display.bytes(999)).isEqualTo("999 B");
        assertThat(Display.bytes(16_400)).isEqualTo("16 kB");
        assertThat(Display.bytes(1_250_000)).isEqualTo("1 MB");
        assertThat(Display.time(9_000_000)).isEqualTo("9 ms");
        assertThat(Display.time(12_300_000_000L)).isEqualTo("12 s");
    }

    @Test
    void theSummaryTellsWhatWasNotSeenAndWhatFailed() {
        String text = Display.summary(new Performance(
                List.of(
                        new Acts.Outcome("b killed", true, "b was given up"),
                        new Acts.Outcome("a promoted", false, "not seen\nat all " + "x".repeat(200))),
                count(1_000),
                new SQLException("gone"),
                0));

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Display.WIDTH))
                .anySatisfy(line -> assertThat(line).matches("b killed +ok +b was given up"))
                .anySatisfy(line -> assertThat(line).matches("a promoted +FAILED +not seen"))
                .anySatisfy(line -> assertThat(line).matches("reads +4,000 +p 25%, a 25%, b 50%"))
                .anySatisfy(line -> assertThat(line).matches("own writes missed +1,000 +must be 0"))
                .anySatisfy(line -> assertThat(line).matches("reads failed +1,000 .*gone"));
    }
}
