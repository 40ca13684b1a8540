package dev.plimsoll.postgres;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * When a poller takes its next turn: after a pause, or sooner when somebody wants one. However many want one, the next turn serves
 * them all, and none is missed: whoever asks after a turn has begun gets another.
 */
final class Pace {
    private volatile @Nullable Thread poller;
    private volatile boolean wanted;
    private volatile boolean stopped;
    private long turnBegan;

    /** Returns at once; from any thread. */
    void want() {
        if (!wanted) {
            wanted = true;
            LockSupport.unpark(poller);
        }
    }

    /** From any thread: there is no other turn, and no pause. */
    void stop() {
        stopped = true;
        LockSupport.unpark(poller);
    }

    boolean isStopped() {
        return stopped;
    }

    /** The poller begins a turn: it serves all who have wanted one until now. */
    void begin() {
        poller = Thread.currentThread();
        wanted = false;
        turnBegan = System.nanoTime();
    }

    /**
     * The poller waits until this time has passed since its turn ended.
     *
     * @param spacing nanoseconds after the beginning of the last turn before which there is no other, wanted or not
     */
    void pause(long nanos, long spacing) {
        long ended = System.nanoTime();
        while (!stopped) {
            long now = System.nanoTime();
            long left = wanted ? turnBegan + spacing - now : ended + nanos - now;
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(this, left);
            Thread.interrupted(); // nobody means this thread; left standing, it would keep it from ever parking again
        }
    }
}
