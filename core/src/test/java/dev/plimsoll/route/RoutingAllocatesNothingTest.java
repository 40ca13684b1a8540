package dev.plimsoll.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class RoutingAllocatesNothingTest {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final RouteFixture it = new RouteFixture();
    private final Placement placement = new Placement();

    @Test
    void aReadThatIsNotPinnedAllocatesNothing() {
        it.allAt(100);
        assertThat(leastOf(() -> {
                    it.router.place(placement, Reason.PROVEN_READ, it.reader, 0);
                    it.router.ended(placement);
                }))
                .isZero();
    }

    @Test
    void aReadOfAPinnedReaderAllocatesNothing() {
        it.allAt(100);
        it.router.wroteUpTo(it.reader, 110);
        assertThat(leastOf(() -> {
                    it.router.place(placement, Reason.PROVEN_READ, it.reader, 0);
                    it.router.ended(placement);
                }))
                .isZero();
    }

    /** Bytes that a thousand runs allocate: the least of some attempts, since the virtual machine allocates on its own account too. */
    private long leastOf(Runnable task) {
        long least = Long.MAX_VALUE;
        long self = Thread.currentThread().getId();
        for (int attempt = 0; attempt < 50 && least > 0; attempt++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < 1000; i++) {
                task.run();
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
        }
        return least;
    }
}
