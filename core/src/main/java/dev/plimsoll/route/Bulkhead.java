package dev.plimsoll.route;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Places on the primary for reads that are there only because no replica is fit: the rest of it belongs to the writes. */
final class Bulkhead {
    private final Semaphore places;
    private final long waitNanos;

    Bulkhead(int places, long waitNanos) {
        this.places = new Semaphore(places);
        this.waitNanos = waitNanos;
    }

    boolean tryEnter() {
        return places.tryAcquire();
    }

    /** Waits as long as the options allow. */
    boolean enter() {
        try {
            return places.tryAcquire(waitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }

    int free() {
        return places.availablePermits();
    }
}
