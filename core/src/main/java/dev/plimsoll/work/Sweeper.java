package dev.plimsoll.work;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that looks at open transactions and ends quiet units, for all recorders of the JVM. A daemon; it runs only while
 * there are recorders, and holds none of them back from being collected.
 */
final class Sweeper implements Runnable {
    private static final long PERIOD_NANOS = 200_000_000L;
    private static final List<WeakReference<Recorder>> RECORDERS = new ArrayList<>();

    private static @Nullable Thread thread;
    private static @Nullable Thread atExit;

    private Sweeper() {}

    static void add(Recorder recorder) {
        synchronized (RECORDERS) {
            RECORDERS.add(new WeakReference<>(recorder));
            if (thread == null) {
                Thread started = new Thread(topmostGroup(), new Sweeper(), "plimsoll-sweeper", 0, false);
                started.setDaemon(true);
                started.setContextClassLoader(null);
                started.start();
                thread = started;
                endUnitsAtExit();
            }
        }
    }

    /** Not the group of whoever comes first, which may be meant to end long before the sweeper does. */
    private static ThreadGroup topmostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** A program that ends at once after its work still gets its findings. */
    private static void endUnitsAtExit() {
        Thread hook = new Thread(null, () -> recorders().forEach(Recorder::close), "plimsoll-exit", 0, false);
        hook.setContextClassLoader(null);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            atExit = hook;
        } catch (IllegalStateException e) {
            // the JVM is ending already
        }
    }

    private static void forgetExit() {
        try {
            if (atExit != null) {
                Runtime.getRuntime().removeShutdownHook(atExit);
                atExit = null;
            }
        } catch (IllegalStateException e) {
            // the JVM is ending: the hook runs
        }
    }

    static void remove(Recorder recorder) {
        synchronized (RECORDERS) {
            RECORDERS.removeIf(reference -> reference.refersTo(recorder));
        }
    }

    @Override
    public void run() {
        while (hasRecorders()) {
            LockSupport.parkNanos(PERIOD_NANOS);
            Thread.interrupted(); // nobody means this thread; left standing, it would keep it from ever parking again
            for (Recorder recorder : recorders()) {
                sweep(recorder);
            }
        }
    }

    private static void sweep(Recorder recorder) {
        try {
            recorder.sweep();
        } catch (Throwable failure) { // the sweeper outlives whatever one recorder's state does to it
            recorder.guard().failed("the sweeper", failure);
        }
    }

    private static boolean hasRecorders() {
        synchronized (RECORDERS) {
            RECORDERS.removeIf(reference -> reference.refersTo(null));
            if (RECORDERS.isEmpty()) {
                thread = null;
                forgetExit();
                return false;
            }
            return true;
        }
    }

    private static List<Recorder> recorders() {
        List<Recorder> live = new ArrayList<>();
        synchronized (RECORDERS) {
            for (WeakReference<Recorder> reference : RECORDERS) {
                Recorder recorder = reference.get();
                if (recorder != null) {
                    live.add(recorder);
                }
            }
        }
        return live;
    }
}
