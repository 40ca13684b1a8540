package replicas;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Customers who come and go on the threads of the shop's web server, until it is closed. */
final class Crowd implements AutoCloseable {
    static final int CUSTOMERS = 400;
    private static final int THREADS = 16;
    private static final int LAST_REQUESTS_SECONDS = 20;

    private final Shop shop;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS);

    private final AtomicInteger numbers;

    private Crowd(Shop shop, int first) {
        this.shop = shop;
        this.numbers = new AtomicInteger(first);
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @param first the number of the first customer */
    static Crowd enter(Shop shop, int first) {
        Crowd crowd = new Crowd(shop, first);
        for (int i = 0; i < CUSTOMERS; i++) {
            crowd.expect(new Customer(crowd.numbers.getAndIncrement()));
        }
        return crowd;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what a customer meets is counted
    private void expect(Customer customer) {
        try {
            threads.schedule(() -> serve(customer), customer.pauseMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The shop has closed.
        }
    }

    private void serve(Customer customer) {
        try {
            shop.serve(customer);
        } catch (RuntimeException e) { // none is expected: but it is a read that failed, and not to be overlooked
            shop.tally().readFailed(e);
        }
        expect(customer.leaves() ? new Customer(numbers.getAndIncrement()) : customer);
    }

    /** The number of the first customer of another crowd. */
    int nextNumber() {
        return numbers.get();
    }

    void stay(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long rest = time.toNanos(); rest > 0; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    /** Lets those go who are being served. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_REQUESTS_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                throw new IllegalStateException(
                        "A request did not end within " + LAST_REQUESTS_SECONDS + " s after the shop had closed");
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
