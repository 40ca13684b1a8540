package dev.plimsoll.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What instrumented code calls. Without an agent every method does nothing and returns its argument; none ever throws. Safe for use by
 * many threads.
 */
public final class Bridge {
    private static volatile @Nullable Hooks hooks;

    private Bridge() {}

    /** Connects instrumented code to an agent, or to none. */
    public static void connect(@Nullable Hooks agent) {
        hooks = agent;
    }

    public static @Nullable Object connection(@Nullable Object connection, Object dataSource) {
        Hooks agent = hooks;
        if (agent == null || connection == null) {
            return connection;
        }
        try {
            return agent.connection(connection, dataSource);
        } catch (Throwable failure) { // the agent's, so not the application's
            return connection;
        }
    }

    public static @Nullable Object connected(
            @Nullable Object connection, Object driver, @Nullable Object url, @Nullable Object properties) {
        Hooks agent = hooks;
        if (agent == null || connection == null) {
            return connection;
        }
        try {
            return agent.connected(connection, driver, url, properties);
        } catch (Throwable failure) { // the agent's, so not the application's
            return connection;
        }
    }

    /** Null if the data source itself is to make the connection. */
    public static @Nullable Object routed(Object dataSource) {
        Hooks agent = hooks;
        if (agent == null) {
            return null;
        }
        try {
            return agent.routed(dataSource);
        } catch (Throwable failure) { // the agent's, so not the application's
            return null;
        }
    }

    public static void closed(Object dataSource) {
        Hooks agent = hooks;
        if (agent != null) {
            try {
                agent.closed(dataSource);
            } catch (Throwable failure) { // the agent's, so not the application's
                return;
            }
        }
    }

    public static void begin(String point, @Nullable Object receiver, @Nullable Object argument) {
        Hooks agent = hooks;
        if (agent != null) {
            try {
                agent.begin(point, receiver, argument);
            } catch (Throwable failure) { // the agent's, so not the application's
                return;
            }
        }
    }

    public static void end(String point) {
        Hooks agent = hooks;
        if (agent != null) {
            try {
                agent.end(point);
            } catch (Throwable failure) { // the agent's, so not the application's
                return;
            }
        }
    }

    public static @Nullable Object task(@Nullable Object task, String type) {
        Hooks agent = hooks;
        if (agent == null || task == null) {
            return task;
        }
        try {
            return agent.task(task, type);
        } catch (Throwable failure) { // the agent's, so not the application's
            return task;
        }
    }

    public static void submitted(@Nullable Object task) {
        Hooks agent = hooks;
        if (agent != null && task != null) {
            try {
                agent.submitted(task);
            } catch (Throwable failure) { // the agent's, so not the application's
                return;
            }
        }
    }

    public static void taken(@Nullable Object task) {
        Hooks agent = hooks;
        if (agent != null && task != null) {
            try {
                agent.taken(task);
            } catch (Throwable failure) { // the agent's, so not the application's
                return;
            }
        }
    }

    public static void idle() {
        Hooks agent = hooks;
        if (agent != null) {
            try {
                agent.idle();
            } catch (Throwable failure) { // the agent's, so not the application's
                return;
            }
        }
    }
}
