package dev.plimsoll.postgres;

import dev.plimsoll.route.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's and the pools' exceptions mean. */
public final class SqlFailures {
    private SqlFailures() {}

    /**
     * @param onReplica whether the statement ran on a replica, or was to
     * @param replicaBehind whether what is missing there may just not have been replayed
     */
    public static Failure failure(SQLException failure, boolean onReplica, boolean replicaBehind) {
        String state = failure.getSQLState();
        if (failure instanceof SQLTransientConnectionException && state == null) {
            return Failure.POOL_EXHAUSTED;
        }
        if (state == null) {
            return Failure.OF_STATEMENT;
        }
        if (state.startsWith("08")) {
            return Failure.LOST;
        }
        return switch (state) {
            case "57P01", "57P02" -> Failure.LOST;
            case "57P03" -> Failure.UNAVAILABLE;
            case "25006" -> onReplica ? Failure.REFUSED : Failure.OF_STATEMENT;
            case "40001", "40P01" -> onReplica ? conflict(failure) : Failure.OF_STATEMENT;
            case "0A000", "55000", "XX000" ->
                onReplica && isOfRecovery(failure) ? Failure.REFUSED : Failure.OF_STATEMENT;
            case "42P01", "42703", "42883", "3F000" ->
                onReplica && replicaBehind ? Failure.MISSING : Failure.OF_STATEMENT;
            default -> Failure.OF_STATEMENT;
        };
    }

    private static Failure conflict(SQLException failure) {
        return text(failure).contains("terminating connection") ? Failure.CONFLICT_FATAL : Failure.CONFLICT;
    }

    private static boolean isOfRecovery(SQLException failure) {
        String text = text(failure);
        return text.contains("recovery")
                || text.contains("hot standby")
                || text.contains("not yet defined in this session");
    }

    private static String text(SQLException failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }

    /** Whether nobody knows if the commit has happened that failed so. */
    public static boolean isInDoubt(SQLException duringCommit) {
        String state = duringCommit.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.startsWith("XX");
    }

    /** Whether a server that was taken for the primary says that it takes no writes. */
    public static boolean isDemotion(SQLException failure) {
        return "25006".equals(failure.getSQLState());
    }
}
