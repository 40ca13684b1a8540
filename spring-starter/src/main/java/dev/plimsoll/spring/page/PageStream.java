package dev.plimsoll.spring.page;

import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.LogbookJson;
import dev.plimsoll.work.Guard;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the pages that are open, once a second, what has changed. One thread serves them all, and looks at the nodes where there are any;
 * it ends with the application, before the web server waits for requests that are under way. Safe for use by many threads.
 */
final class PageStream implements SmartLifecycle {
    static final int MOST_SUBSCRIBERS = 8;

    /** Said every second too, since only writing shows who has left: a page that is loaded again and again would fill all places. */
    private static final String NOTHING_NEW = "event: still\ndata: here\n\n";

    private final Logbook logbook;
    private final NodeHistory nodes;
    private final Guard guard = new Guard();
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private @Nullable ScheduledExecutorService clock;
    private volatile boolean running;
    private String told = "";

    PageStream(Logbook logbook, NodeHistory nodes) {
        this.logbook = logbook;
        this.nodes = nodes;
    }

    /** Someone who is told. */
    interface Subscriber {
        /**
         * Tells.
         *
         * @throws Exception if he cannot be told any more
         */
        void send(String events) throws Exception;

        void end();
    }

    boolean hasRoom() {
        return running && subscribers.size() < MOST_SUBSCRIBERS;
    }

    /** Whether there was room for one more; he is told at once. */
    boolean join(Subscriber subscriber) {
        synchronized (subscribers) {
            if (!hasRoom()) {
                return false;
            }
            subscribers.add(subscriber);
        }
        send(subscriber, "retry: 2000\n" + event(LogbookJson.summary(logbook)));
        return true;
    }

    void leave(Subscriber subscriber) {
        if (subscribers.remove(subscriber)) {
            subscriber.end();
        }
    }

    private void tick() {
        try {
            nodes.sample();
            if (!subscribers.isEmpty()) {
                tell();
            }
        } catch (Throwable failure) { // ours, so not the application's; what is thrown here would stop the clock
            guard.failed("telling the pages that are open", failure);
        }
    }

    private void tell() {
        String summary = LogbookJson.summary(logbook);
        String text = summary.equals(told) ? NOTHING_NEW : event(summary);
        told = summary;
        subscribers.forEach(subscriber -> send(subscriber, text));
    }

    private static String event(String json) {
        return "event: summary\ndata: " + json + "\n\n";
    }

    private void send(Subscriber subscriber, String text) {
        try {
            subscriber.send(text);
        } catch (Exception gone) { // he has closed the page
            leave(subscriber);
        }
    }

    int subscribers() {
        return subscribers.size();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    public synchronized void start() {
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "plimsoll-page");
            thread.setDaemon(true);
            return thread;
        });
        one.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        clock = one;
        running = true;
    }

    @Override
    public synchronized void stop() {
        synchronized (subscribers) {
            running = false;
        }
        if (clock != null) {
            clock.shutdown();
        }
        subscribers.forEach(this::leave);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to stop: a web server that shuts down gracefully waits for what is open. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
