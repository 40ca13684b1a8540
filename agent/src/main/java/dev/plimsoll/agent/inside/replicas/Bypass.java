package dev.plimsoll.agent.inside.replicas;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Marks the current thread while we take a connection for ourselves, so that woven methods hand it out as it is. */
public final class Bypass {
    private static final ThreadLocal<@Nullable Boolean> TAKEN = new ThreadLocal<>();

    private Bypass() {}

    /** Whether what is handed out here is for us. */
    public static boolean isHere() {
        return TAKEN.get() != null;
    }

    static Connection take(Source source) throws SQLException {
        boolean nested = isHere();
        TAKEN.set(true);
        try {
            return source.connection();
        } finally {
            if (!nested) {
                TAKEN.remove();
            }
        }
    }

    /** Where a connection comes from. */
    interface Source {
        Connection connection() throws SQLException;
    }
}
