package checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.route.ReadLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private final Violations violations = new Violations(violated -> {});
    private final Tally tally = new Tally();

    @Test
    void theLastLineOfACleanRunIsAllNoughts() {
        tally.add(read(5000), false);
        for (int times = 0; times < 3; times++) {
            tally.add(read(5001), true);
        }

        Verdict verdict = new Verdict(tally, violations, 0);

        assertThat(verdict.line())
                .isEqualTo("reads=4 writes=0 ryw_violations=0 monotonic_violations=0 standby_writes=0 lost_writes=0"
                        + " surfaced_errors=0 leaked_connections=0 replica_share=0.75");
        assertThat(verdict.status()).isZero();
    }

    @Test
    void eachCountHasItsPlace() {
        violations.add(Invariant.I1, "", 1, "");
        violations.add(Invariant.I2, "", 2, "");
        violations.add(Invariant.I3, "", 3, "");
        violations.add(Invariant.I4, "", 4, "");
        violations.add(Invariant.I5, "", 5, "");

        assertThat(new Verdict(tally, violations, 6).line())
                .isEqualTo("reads=0 writes=0 ryw_violations=1 monotonic_violations=2 standby_writes=3 lost_writes=4"
                        + " surfaced_errors=5 leaked_connections=6 replica_share=0.00");
    }

    @ParameterizedTest
    @EnumSource
    void anyViolationMakesTheStatus(Invariant invariant) {
        violations.add(invariant, "somebody", "something");

        Verdict verdict = new Verdict(tally, violations, 0);
        StringWriter out = new StringWriter();
        verdict.explain(new PrintWriter(out));

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(out.toString()).contains(invariant.name(), "1 violations: " + invariant.sentence(), "something");
    }

    private static Operation read(int port) {
        List<Operation.Place> places = List.of(new Operation.Place(port, 1));
        return new Operation(
                Action.READ,
                ReadLevel.READ_YOUR_WRITES,
                1,
                2,
                places,
                List.of(new Operation.Shown(1, 1, port, 1, 2)),
                Map.of(),
                "somewhere",
                true,
                null);
    }
}
