package dev.plimsoll.agent.inside.weave;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Classes are woven from its beginning to its end, those included that are loaded already. */
public final class Weaving implements AutoCloseable {
    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private final BiConsumer<String, Throwable> failures;

    private Weaving(Instrumentation instrumentation, Weaver weaver, BiConsumer<String, Throwable> failures) {
        this.instrumentation = instrumentation;
        this.weaver = weaver;
        this.failures = failures;
    }

    /**
     * Begins.
     *
     * @param told is told what a user has to know
     * @param failures is told where and what went wrong
     */
    public static Weaving begin(
            Instrumentation instrumentation,
            List<Point> points,
            Consumer<String> told,
            BiConsumer<String, Throwable> failures) {
        Weaver weaver = new Weaver(points, new BridgeSight(told), failures);
        Weaving weaving = new Weaving(instrumentation, weaver, failures);
        instrumentation.addTransformer(weaver, true);
        weaving.transformLoaded();
        return weaving;
    }

    /** All at once, since the JVM stands still for each time, some 50 ms where ten thousand classes are loaded. */
    private void transformLoaded() {
        Class<?>[] types = Stream.of(instrumentation.getAllLoadedClasses())
                .filter(type -> weaver.mayWeave(type) && instrumentation.isModifiableClass(type))
                .toArray(Class<?>[]::new);
        try {
            transform(types);
        } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
            Stream.of(types).forEach(this::transformAlone);
        }
    }

    /** So that a class which cannot be changed keeps no other from it. */
    private void transformAlone(Class<?> type) {
        try {
            transform(type);
        } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
            failures.accept("weaving " + type.getName() + ", which is loaded already", e);
        }
    }

    private void transform(Class<?>... types) throws UnmodifiableClassException {
        if (types.length > 0) {
            instrumentation.retransformClasses(types);
        }
    }

    /** Gives the classes back as they were. */
    @Override
    public void close() {
        instrumentation.removeTransformer(weaver);
        transformLoaded();
    }
}
