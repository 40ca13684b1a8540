package dev.plimsoll.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What instrumented code tells the agent, through {@link Bridge}. Types are {@code Object} where the JDK's are not visible from here.
 * Implementations may throw; the application does not see it.
 */
public interface Hooks {

    /** A data source hands out a connection; the result is what the application gets. */
    @Nullable
    Object connection(Object connection, Object dataSource);

    /**
     * A driver hands out a connection; the result is what the application gets.
     *
     * @param url the {@code String} that the driver was given; null if it is not known
     * @param properties the {@code java.util.Properties} that it was given; null if they are not known
     */
    @Nullable
    Object connected(Object connection, Object driver, @Nullable Object url, @Nullable Object properties);

    /** A data source is asked for a connection; null if it is to make one itself. */
    @Nullable
    Object routed(Object dataSource);

    /** A data source is being closed. */
    void closed(Object dataSource);

    /**
     * A unit of work begins on this thread. What begins ends on the same thread, in reverse order.
     *
     * @param point the name of the weaving point
     * @param receiver whose method it is; null if that is static
     * @param argument the method's argument that tells what the unit is, or null
     */
    void begin(String point, @Nullable Object receiver, @Nullable Object argument);

    /** What began last at {@code point} on this thread ends, by returning or by throwing. */
    void end(String point);

    /**
     * A task is handed over to another thread, for as long as nobody else sees it; the result is handed over in its place.
     *
     * @param type the interface of {@code java.lang} or {@code java.util} as which it is handed over, with slashes; so is the result
     */
    Object task(Object task, String type);

    /** A task is handed over to a pool of threads, which shows it to the application, so that it has to stay itself. */
    void submitted(Object task);

    /** This thread of a pool has taken a task, which it runs until it is idle again. */
    void taken(Object task);

    /** This thread of a pool has no task, or no longer. */
    void idle();
}
