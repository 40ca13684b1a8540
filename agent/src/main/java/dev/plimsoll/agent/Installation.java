package dev.plimsoll.agent;

import dev.plimsoll.agent.bridge.Attached;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;

/** The agent at work in this JVM. */
record Installation(Attached attached) implements AutoCloseable {
    private static final String OPTIONS = "dev.plimsoll.agent.inside.AgentOptions";
    private static final String INSIDE = "dev.plimsoll.agent.inside.Inside";

    /**
     * Checks the options before it touches anything, then begins to instrument.
     *
     * @throws IllegalArgumentException with a sentence for the user, if an option is wrong
     */
    static Installation of(Path jar, Map<String, String> options, Instrumentation instrumentation)
            throws IOException, ReflectiveOperationException {
        IsolatedLoader loader = IsolatedLoader.of(jar);
        try {
            Object checked = call(loader.loadClass(OPTIONS).getMethod("of", Map.class), options);
            BridgeJar.append(jar, instrumentation);
            Object attached = call(
                    loader.loadClass(INSIDE).getMethod("attach", checked.getClass(), Instrumentation.class),
                    checked,
                    instrumentation);
            return new Installation((Attached) attached);
        } catch (IOException | ReflectiveOperationException | RuntimeException | Error e) {
            loader.close();
            throw e;
        }
    }

    /** Checks options for an installation elsewhere, as {@link #of} does, and returns them. */
    static Map<String, String> checked(Path jar, Map<String, String> options) {
        try (IsolatedLoader loader = IsolatedLoader.of(jar)) {
            call(loader.loadClass(OPTIONS).getMethod("of", Map.class), options);
            return options;
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the options cannot be checked: " + e, e);
        }
    }

    private static Object call(java.lang.reflect.Method method, Object... arguments)
            throws ReflectiveOperationException {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw new IllegalArgumentException(wrong.getMessage(), wrong);
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** The loader goes when nobody has a connection any more that was watched; until then it may have to load classes. */
    @Override
    public void close() {
        attached.close();
    }
}
