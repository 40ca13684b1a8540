package checker;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** When a reader came to know which version of one key; what is long past is folded into one. Guarded by its {@link Memory}. */
final class Steps {
    private static final int KEPT = 32;
    private static final Step NOTHING = new Step(0, 0, null);

    private final Deque<Step> steps = new ArrayDeque<>();

    /** @param by what made it known; null if another process told of it */
    record Step(long known, long version, @Nullable Operation by) {
        static Step higher(Step one, Step other) {
            return one.version < other.version ? other : one;
        }

        static Step lower(Step one, Step other) {
            return one.version < other.version ? one : other;
        }
    }

    void add(Step step) {
        Step last = steps.peekLast();
        if (last != null && step.version <= last.version) {
            return; // Known already.
        }
        steps.addLast(step);
        if (steps.size() > KEPT) {
            steps.removeFirst();
        }
    }

    /** That of the highest version that was known before {@code time}; version 0 if none was. */
    Step before(long time) {
        return steps.stream().filter(step -> step.known - time < 0).reduce(NOTHING, Step::higher);
    }
}
