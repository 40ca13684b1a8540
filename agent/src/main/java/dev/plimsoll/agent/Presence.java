package dev.plimsoll.agent;

import dev.plimsoll.agent.cli.Service;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether Plimsoll is attached to this JVM, once at most. Safe for use by many threads. */
final class Presence implements Service {
    private static @Nullable Presence only;

    private final Instrumentation instrumentation;
    private @Nullable Installation installation;
    private Map<String, String> options = Map.of();

    private Presence(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    static synchronized Presence in(Instrumentation instrumentation) {
        Presence presence = only;
        if (presence == null) {
            presence = new Presence(instrumentation);
            only = presence;
        }
        return presence;
    }

    @Override
    public synchronized String attach(Map<String, String> given) {
        return begin(given)
                ? "Plimsoll watches process " + process() + " from now on; report " + process()
                        + " shows what it finds."
                : "Plimsoll has watched process " + process() + " with the same options already; nothing has changed.";
    }

    /** As {@link #attach}, without a sentence: false if nothing has changed. */
    synchronized boolean begin(Map<String, String> given) {
        if (installation == null) {
            try {
                installation = Installation.of(ThisJar.path(), given, instrumentation);
            } catch (IOException | ReflectiveOperationException e) {
                throw new IllegalStateException("Plimsoll could not begin in process " + process() + ": " + e, e);
            }
            options = Map.copyOf(given);
            System.setProperty(ATTACHED, ThisJar.version());
            return true;
        }
        if (options.equals(given)) {
            return false;
        }
        throw new IllegalStateException("Plimsoll is attached to process " + process()
                + " with other options: give detach " + process() + " first");
    }

    @Override
    public synchronized String detach() {
        installation().close();
        installation = null;
        System.clearProperty(ATTACHED);
        return "Plimsoll has left process " + process() + ".";
    }

    @Override
    public void report(Map<String, String> arguments, Consumer<String> lines, BooleanSupplier goesOn) {
        Installation present;
        synchronized (this) {
            present = installation();
        }
        present.attached().command("report", arguments, lines, goesOn);
    }

    /** Only asked for what is told: the JDK starts a pool of threads with it. */
    private static long process() {
        return ProcessHandle.current().pid();
    }

    private Installation installation() {
        Installation present = installation;
        if (present == null) {
            throw new IllegalStateException("Plimsoll is not attached to process " + process());
        }
        return present;
    }
}
