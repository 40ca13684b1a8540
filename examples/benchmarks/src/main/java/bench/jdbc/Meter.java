package bench.jdbc;

import java.util.concurrent.atomic.LongAdder;

/** What a delegate does around an execution. */
public interface Meter {

    /** Nothing: the floor of whatever wraps. */
    Meter OFF = new Meter() {
        @Override
        public long started() {
            return 0;
        }

        @Override
        public void executed(long startedAt) {}
    };

    /** The clock before an execution. */
    long started();

    void executed(long startedAt);

    /** The floor of whatever measures: two looks at the clock and two counters that many threads share. */
    final class Timed implements Meter {
        private final LongAdder executions = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        @Override
        public long started() {
            return System.nanoTime();
        }

        @Override
        public void executed(long startedAt) {
            nanos.add(System.nanoTime() - startedAt);
            executions.increment();
        }

        public long executions() {
            return executions.sum();
        }
    }
}
