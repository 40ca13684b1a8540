package checker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that passes. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        of(Duration.ofMillis(millis));
    }

    /** Ends early only when the thread is interrupted. */
    static void of(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
