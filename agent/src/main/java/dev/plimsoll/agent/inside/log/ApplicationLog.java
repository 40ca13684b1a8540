package dev.plimsoll.agent.inside.log;

import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The SLF4J of the application, reached by reflection and held weakly, since the application may be taken out while the JVM goes on.
 * Safe for use by many threads.
 */
public final class ApplicationLog {
    /** In parts, lest it be taken for the SLF4J inside, which has another name in the finished jar. */
    private static final String FACTORY = String.join(".", "org", "slf4j", "LoggerFactory");

    private static final WeakReference<@Nullable Class<?>> NONE = new WeakReference<>(null);

    private static volatile WeakReference<@Nullable Class<?>> factory = NONE;

    private ApplicationLog() {}

    /**
     * Looks for the application's SLF4J where a connection comes from, then where the current thread belongs, unless it is found already.
     */
    public static void lookIn(@Nullable ClassLoader loader) {
        if (factory.get() == null) {
            Stream.of(Optional.ofNullable(loader), contextOfThread())
                    .flatMap(Optional::stream)
                    .map(ApplicationLog::factoryIn)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(found -> factory = new WeakReference<>(found));
        }
    }

    private static Optional<ClassLoader> contextOfThread() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader());
    }

    private static Optional<Class<?>> factoryIn(ClassLoader loader) {
        try {
            Class<?> type = Class.forName(FACTORY, true, loader);
            Object loggers = type.getMethod("getILoggerFactory").invoke(null);
            String kind = loggers.getClass().getSimpleName();
            return kind.startsWith("NOP") || kind.startsWith("Substitute")
                    ? Optional.empty() // nobody would read it
                    : Optional.of(type);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return Optional.empty(); // no SLF4J there, or none that works
        }
    }

    /** Tells something while classes are being loaded, when nothing of the application's may be called. */
    public static void aside(String sentence) {
        print(System.err, Level.WARN, sentence, null);
    }

    static void log(String logger, Level level, String text, @Nullable Throwable failure) {
        Class<?> found = factory.get();
        if (found == null || !forwarded(found, logger, level, text, failure)) {
            print(System.err, level, text, failure);
        }
    }

    private static boolean forwarded(
            Class<?> factory, String name, Level level, String text, @Nullable Throwable failure) {
        try {
            Object logger = factory.getMethod("getLogger", String.class).invoke(null, name);
            Class<?> type = factory.getMethod("getLogger", String.class).getReturnType();
            type.getMethod(level.name().toLowerCase(Locale.ROOT), String.class, Throwable.class)
                    .invoke(logger, text, failure);
            return true;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return false; // the application's log does not work: better told elsewhere than not at all
        }
    }

    private static void print(PrintStream stream, Level level, String text, @Nullable Throwable failure) {
        synchronized (stream) {
            stream.println("Plimsoll " + level + " " + text);
            if (failure != null) {
                failure.printStackTrace(stream);
            }
        }
    }
}
