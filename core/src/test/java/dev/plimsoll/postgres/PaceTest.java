package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long LONG = TimeUnit.HOURS.toNanos(1);

    private final Pace pace = new Pace();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong written = new AtomicLong();

    private Thread poller(long spacing) {
        Thread thread = new Thread(() -> {
            while (!pace.isStopped()) {
                pace.begin();
                seen.set(written.get());
                turns.incrementAndGet();
                pace.pause(LONG, spacing);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Test
    void nobodyWhoAsksIsMissed() throws InterruptedException {
        Thread poller = poller(0);
        for (int i = 1; i <= 20_000; i++) {
            written.set(i);
            pace.want();
            long mine = i;
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (seen.get() < mine && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(seen.get()).isEqualTo(mine);
        }
        pace.stop();
        poller.join();
    }

    @Test
    void manyWhoAskAreServedByOneTurn() throws InterruptedException {
        Thread poller = poller(LONG);
        await().until(() -> turns.get() == 1);
        for (int i = 0; i < 1000; i++) {
            pace.want();
        }
        poller.interrupt();
        await().until(() -> !poller.isInterrupted());
        assertThat(turns).hasValue(1);
        pace.stop();
        poller.join();
    }

    @Test
    void whoeverAskedBeforeTheFirstTurnIsServedByIt() throws InterruptedException {
        pace.want();
        Thread poller = poller(LONG);
        await().until(() -> turns.get() == 1);
        pace.stop();
        poller.join();
    }
}
