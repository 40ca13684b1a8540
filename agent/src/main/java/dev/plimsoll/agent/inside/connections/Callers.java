package dev.plimsoll.agent.inside.connections;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;

/** Who is about to get a connection: the classes whose methods are on the stack of the current thread, the nearest first. */
record Callers(List<Class<?>> types) {
    private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final ClassLoader OURS = Callers.class.getClassLoader();

    static Callers ofThisThread() {
        return new Callers(WALKER.walk(frames -> frames.<Class<?>>map(StackFrame::getDeclaringClass)
                .filter(Callers::isSomebody)
                .distinct()
                .toList()));
    }

    @SuppressWarnings("ReferenceEquality") // a loader is only itself
    private static boolean isSomebody(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader != null && loader != OURS && loader != ClassLoader.getPlatformClassLoader();
    }

    /** Whether a pool opens it, for itself, or Plimsoll in the application. */
    boolean includeAPool() {
        for (Class<?> type : types) {
            if (Kind.opensForItself(type.getName())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the application itself has Plimsoll open it. */
    boolean includePlimsoll() {
        for (Class<?> type : types) {
            if (Kind.isPlimsolls(type.getName())) {
                return true;
            }
        }
        return false;
    }
}
