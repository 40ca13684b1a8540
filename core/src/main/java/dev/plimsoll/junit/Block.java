package dev.plimsoll.junit;

/**
 * A piece of a test.
 *
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface Block<E extends Exception> {
    void run() throws E;
}
