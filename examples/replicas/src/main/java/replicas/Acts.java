package replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What befalls the servers while the shop is busy, one after the other. Each waits until it is seen in what the shop's requests do,
 * so that a slow machine makes the run longer and not wrong.
 */
final class Acts {
    private static final int P = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final double LONGEST_WAIT_SECONDS = 45;
    private static final long LOOK_NANOS = 20_000_000;
    private static final int ENOUGH = 5;

    private final Servers servers;
    private final Tally tally;
    private final Supplier<Gauges> gauges;
    private final Screen screen;
    private final int seconds;
    private final List<Outcome> outcomes = new ArrayList<>();

    Acts(Servers servers, Tally tally, Supplier<Gauges> gauges, Screen screen, int seconds) {
        this.servers = servers;
        this.tally = tally;
        this.gauges = gauges;
        this.screen = screen;
        this.seconds = seconds;
    }

    /**
     * How an act has ended.
     *
     * @param asItShould whether everything was seen that should have been
     */
    record Outcome(String act, boolean asItShould, String seen) {}

    List<Outcome> perform() {
        perform("replay of a paused, resumed", this::pause);
        perform("b killed, started again", this::kill);
        perform("p stopped, a promoted", this::promote);
        perform("p back as a replica of a", this::comeBack);
        at(1);
        return outcomes;
    }

    private void perform(String act, Supplier<String> play) {
        try {
            outcomes.add(new Outcome(act, true, play.get()));
        } catch (IllegalStateException e) {
            outcomes.add(new Outcome(act, false, String.valueOf(e.getMessage())));
        }
        screen.event("seen: " + outcomes.get(outcomes.size() - 1).seen());
    }

    private String pause() {
        at(0.1);
        servers.server(A).pauseReplay();
        screen.event("a's replay is paused: it goes on answering, with what it had");
        at(0.25);
        await("a falls behind", () -> behind(A) > 0);
        long bytes = behind(A);
        double resumed = screen.elapsedSeconds();
        servers.server(A).resumeReplay();
        screen.event("a's replay is resumed");
        await("a catches up", () -> behind(A) < bytes);
        double caughtUp = screen.elapsedSeconds() - resumed;
        await("a serves reads", reads(A));
        return format("a was %s behind, and had caught up %.1f s after it was resumed", Display.bytes(bytes), caughtUp);
    }

    private String kill() {
        at(0.35);
        servers.server(B).kill();
        screen.event("b is killed");
        double killed = screen.elapsedSeconds();
        await("b is left alone", () -> !gauges.get().nodes().get(B).usable());
        double noticed = screen.elapsedSeconds() - killed;
        await("the others serve reads", reads(A, P));
        at(0.5);
        double started = screen.elapsedSeconds();
        servers.server(B).start();
        screen.event("b is started again");
        await("b serves reads", reads(B));
        double back = screen.elapsedSeconds() - started;
        return format("b was given up after %.1f s, and served reads %.1f s after its start", noticed, back);
    }

    private String promote() {
        at(0.6);
        double stopped = screen.elapsedSeconds();
        screen.event("p is stopped, a is promoted, and b follows a");
        servers.server(P).stop();
        long writes = tally.now().writes();
        servers.server(A).promote();
        servers.server(B).follow(servers.server(A));
        await("a takes the writes", () -> tally.now().writes() > writes);
        double writing = screen.elapsedSeconds() - stopped;
        await("a is known as the primary", () -> gauges.get().nodes().get(A).primary());
        await("writes go on", () -> tally.now().writes() > writes + ENOUGH);
        await("reads go on", reads(A, B));
        await("b serves reads", reads(B));
        return format("a took writes %.1f s after p was stopped, and b serves reads as its replica", writing);
    }

    private String comeBack() {
        at(0.75);
        double begun = screen.elapsedSeconds();
        screen.event("p is made a replica of a: its data are thrown away, and a's copied");
        servers.server(P).rewindTo(servers.server(A));
        double started = screen.elapsedSeconds();
        screen.event("p is started as a replica");
        await("it serves reads", reads(P));
        if (gauges.get().nodes().get(P).primary()) {
            throw new IllegalStateException("p is taken for the primary");
        }
        return format(
                "p was copied and started in %.1f s, and served reads %.1f s later",
                started - begun, screen.elapsedSeconds() - started);
    }

    private long behind(int node) {
        return gauges.get().nodes().get(node).behindBytes();
    }

    /** Whether, from now on, each of these nodes has served some reads. */
    private BooleanSupplier reads(int... nodes) {
        Count before = tally.now();
        return () -> {
            Count since = tally.now().since(before);
            for (int node : nodes) {
                if (since.reads().get(node) < ENOUGH) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Waits for a part of the run to be over. */
    private void at(double part) {
        while (screen.elapsedSeconds() < part * seconds) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void await(String what, BooleanSupplier condition) {
        double start = screen.elapsedSeconds();
        while (!condition.getAsBoolean()) {
            if (screen.elapsedSeconds() - start > LONGEST_WAIT_SECONDS) {
                throw new IllegalStateException(format("not seen within %.0f s: %s", LONGEST_WAIT_SECONDS, what));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that is not used
    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
