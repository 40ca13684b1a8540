package dev.plimsoll.detect;

import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedUnit;
import java.util.Optional;

/** From measurements to severities. */
final class Grade {
    private Grade() {}

    /** Nothing below the first limit, an error from the second on. */
    static Optional<Severity> of(long value, Thresholds thresholds, Threshold warning, Threshold error) {
        if (!thresholds.reached(warning, value)) {
            return Optional.empty();
        }
        return Optional.of(thresholds.reached(error, value) ? Severity.ERROR : Severity.WARNING);
    }

    /** A unit that nobody began on purpose may hold several requests: what adds up in it is only information. */
    static Severity in(ObservedUnit unit, Severity severity) {
        return unit.owned() ? severity : Severity.INFO;
    }
}
