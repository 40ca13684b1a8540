package replicas;

import java.io.PrintWriter;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Prints a line for each second of a run until it is closed, and what happens in between. */
final class Screen implements AutoCloseable {
    private final PrintWriter out;
    private final Tally tally;
    private final Supplier<Gauges> gauges;
    private final long start = System.nanoTime();
    private final ScheduledThreadPoolExecutor seconds = new ScheduledThreadPoolExecutor(1);
    private Count lastCount;
    private Gauges lastGauges;

    Screen(PrintWriter out, Tally tally, Supplier<Gauges> gauges) {
        this.out = out;
        this.tally = tally;
        this.gauges = gauges;
        this.lastCount = tally.now();
        this.lastGauges = gauges.get();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the screen
    void run() {
        seconds.scheduleAtFixedRate(this::second, 1, 1, TimeUnit.SECONDS);
    }

    double elapsedSeconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    void event(String what) {
        print(Display.event(Math.round(elapsedSeconds()), what));
    }

    private synchronized void second() {
        Count count = tally.now();
        Gauges now = gauges.get();
        print(Display.second(Math.round(elapsedSeconds()), count.since(lastCount), count, lastGauges, now));
        lastCount = count;
        lastGauges = now;
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {
        seconds.shutdownNow();
    }
}
