package dev.plimsoll.route;

import org.jspecify.annotations.Nullable;

/**
 * A level for the statements of one block on the current thread, whatever the data source's level is. The innermost wins.
 *
 * <pre>{@code
 * try (var hint = ReadHint.begin(ReadLevel.PRIMARY)) {
 *     balance = accounts.balance(id);
 * }
 * }</pre>
 *
 * To be closed by the thread that began it.
 */
public final class ReadHint implements AutoCloseable {
    private static final ThreadLocal<@Nullable ReadHint> CURRENT = new ThreadLocal<>();

    private final ReadLevel level;
    private final @Nullable ReadHint outer;

    private ReadHint(ReadLevel level, @Nullable ReadHint outer) {
        this.level = level;
        this.outer = outer;
    }

    public static ReadHint begin(ReadLevel level) {
        ReadHint hint = new ReadHint(level, CURRENT.get());
        CURRENT.set(hint);
        return hint;
    }

    /** The current thread's level, or {@code standard} outside every block. */
    static ReadLevel orElse(ReadLevel standard) {
        ReadHint hint = CURRENT.get();
        return hint == null ? standard : hint.level;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
