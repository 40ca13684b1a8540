package cluster;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again until something holds, for no longer than a limit. */
final class Await {
    private static final long INTERVAL_NANOS = Duration.ofMillis(5).toNanos();

    private Await() {}

    static void until(BooleanSupplier condition, Duration limit, Supplier<String> complaint) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new IllegalStateException(complaint.get() + " within " + limit.toSeconds() + " s");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted: " + complaint.get());
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }
}
