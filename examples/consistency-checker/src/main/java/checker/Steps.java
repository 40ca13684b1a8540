package checker;

import java.util.ArrayDeque;
import java.util.Deque;

/** When a reader came to know which version of one key; what is long past is folded into one. Guarded by its {@link Memory}. */
final class Steps {
    private static final int KEPT = 32;

    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(long known, long version) {}

    void add(long known, long version) {
        Step last = steps.peekLast();
        if (last != null && version <= last.version) {
            return; // Known already.
        }
        steps.addLast(new Step(known, version));
        if (steps.size() > KEPT) {
            steps.removeFirst();
        }
    }

    /** The highest version that was known before {@code time}; 0 if none was. */
    long before(long time) {
        long highest = 0;
        for (Step step : steps) {
            if (step.known - time < 0) {
                highest = Math.max(highest, step.version);
            }
        }
        return highest;
    }
}
