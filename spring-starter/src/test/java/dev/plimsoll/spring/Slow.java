package dev.plimsoll.spring;

import java.util.concurrent.CountDownLatch;

/** A function for H2, which takes until it is told to go on. */
public final class Slow {
    static final CountDownLatch BEGUN = new CountDownLatch(1);
    static final CountDownLatch GO = new CountDownLatch(1);

    private Slow() {}

    /** Waits. */
    public static int slow() throws InterruptedException {
        BEGUN.countDown();
        GO.await();
        return 1;
    }
}
