package dev.plimsoll.agent.inside.weave;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

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

    /** One by one, so that a class which cannot be changed keeps no other from it. */
    private void transformLoaded() {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (weaver.mayWeave(type) && instrumentation.isModifiableClass(type)) {
                transform(type);
            }
        }
    }

    private void transform(Class<?> type) {
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
            failures.accept("weaving " + type.getName() + ", which is loaded already", e);
        }
    }

    /** Gives the classes back as they were. */
    @Override
    public void close() {
        instrumentation.removeTransformer(weaver);
        transformLoaded();
    }
}
