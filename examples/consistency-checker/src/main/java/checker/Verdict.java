package checker;

import java.io.PrintWriter;
import java.util.Locale;

/** The last line of a run, and the status it ends with. */
record Verdict(Tally tally, Violations violations, int leakedConnections) {

    String line() {
        return String.format(
                Locale.ROOT,
                "reads=%d writes=%d ryw_violations=%d monotonic_violations=%d standby_writes=%d lost_writes=%d"
                        + " surfaced_errors=%d leaked_connections=%d replica_share=%.2f",
                tally.reads(),
                tally.writes(),
                violations.count(Invariant.I1),
                violations.count(Invariant.I2),
                violations.count(Invariant.I3),
                violations.count(Invariant.I4),
                violations.count(Invariant.I5),
                leakedConnections,
                tally.replicaShare());
    }

    int status() {
        return violations.isEmpty() && leakedConnections == 0 ? 0 : 1;
    }

    /** What held and what did not. */
    void explain(PrintWriter out) {
        for (Invariant invariant : Invariant.values()) {
            long count = violations.count(invariant);
            out.println("%-4s %s: %s"
                    .formatted(invariant, count == 0 ? "holds" : count + " violations", invariant.sentence()));
            violations.first(invariant).forEach(what -> out.println("       " + what));
        }
        out.println(tally.pins());
        out.println(tally.failures());
    }
}
