package dev.plimsoll.jdbc.logical;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** The server that was the primary takes no writes any more. The transaction has not happened; another attempt finds the new primary. */
public final class PrimaryDemotedException extends SQLTransientConnectionException {
    private static final long serialVersionUID = 1;

    PrimaryDemotedException(String node, @Nullable SQLException cause) {
        super(
                node + " was the primary and takes no writes any more; try again once another node has been promoted",
                "08006");
        if (cause != null) {
            initCause(cause);
        }
    }
}
