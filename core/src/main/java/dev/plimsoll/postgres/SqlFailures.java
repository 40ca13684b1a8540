package dev.plimsoll.postgres;

import dev.plimsoll.route.Failure;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an exception says of the node it came from. The SQLStates are PostgreSQL's; texts are looked at only where the state alone
 * does not tell, and only those that are the same in every language of the server.
 */
public final class SqlFailures {
    private static final String READ_ONLY = "25006";
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42883", "42704", "3F000");
    private static final Set<String> CONFLICT = Set.of("40001", "40P01");

    /** Shut down, killed, after a crash, idle for too long, its database dropped; the name or the password is refused. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P04", "57P05", "28000", "28P01", "3D000");

    /** Classes of states after which a commit is known not to have happened. */
    private static final Set<String> ROLLED_BACK = Set.of(
            "09", "0A", "21", "22", "23", "25", "27", "2B", "2D", "34", "38", "39", "3B", "40", "42", "44", "53", "54",
            "55", "P0");

    private SqlFailures() {}

    /**
     * What {@code failure} means, be it of a statement or of the attempt to get a connection from a pool.
     *
     * @param onReplica whether it happened on a node that is used as a replica
     * @param replicaBehind whether that node has not replayed all that the primary has
     */
    public static Failure failure(SQLException failure, boolean onReplica, boolean replicaBehind) {
        if (failure instanceof SQLTransientConnectionException || isTimeoutOfPool(failure)) {
            return ofPool(failure);
        }
        String state = failure.getSQLState();
        if (state == null) {
            return isOfConnection(failure) ? Failure.LOST : Failure.OF_STATEMENT;
        }
        if (state.startsWith("08") || LOST.contains(state) || isOfConnection(failure)) {
            return Failure.LOST;
        }
        return switch (state) {
            case "57P03" -> Failure.UNAVAILABLE;
            case "53300" -> Failure.POOL_EXHAUSTED; // the server has no connection to give, so its pool has none
            default -> onReplica ? ofReplica(failure, state, replicaBehind) : Failure.OF_STATEMENT;
        };
    }

    private static Failure ofReplica(SQLException failure, String state, boolean behind) {
        if (CONFLICT.contains(state)) {
            return isFatal(failure) ? Failure.CONFLICT_FATAL : Failure.CONFLICT;
        }
        if (isRefused(failure, state)) {
            return Failure.REFUSED;
        }
        return behind && MISSING.contains(state) ? Failure.MISSING : Failure.OF_STATEMENT;
    }

    /** Texts are translated by the server, so that what a standby refuses is told by what the others with that state are. */
    private static boolean isRefused(SQLException failure, String state) {
        return switch (state) {
            case READ_ONLY, "55000" -> true;
            case "0A000" -> !says(failure, "cached plan");
            case "XX000" -> says(failure, "during recovery"); // of lo_create; never translated
            default -> false;
        };
    }

    /** The driver puts the severity before the text; it has ended the connection then. */
    private static boolean isFatal(SQLException failure) {
        return says(failure, "FATAL") || says(failure, "terminating connection");
    }

    private static boolean says(SQLException failure, String text) {
        return failure.getMessage() != null && failure.getMessage().contains(text);
    }

    /** A pool that has waited in vain names what kept it from connecting, if anything did but its size. */
    private static Failure ofPool(SQLException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException below && !below.equals(failure)) {
                Failure because = failure(below, false, false);
                return because == Failure.OF_STATEMENT ? Failure.LOST : because;
            }
        }
        String state = failure.getSQLState();
        return state != null && state.startsWith("08") ? Failure.LOST : Failure.POOL_EXHAUSTED;
    }

    private static boolean isTimeoutOfPool(SQLException failure) {
        return failure instanceof SQLTimeoutException && failure.getSQLState() == null;
    }

    private static boolean isOfConnection(SQLException failure) {
        return failure instanceof SQLNonTransientConnectionException || failure instanceof SQLRecoverableException;
    }

    /** Whether the commit that failed so may have happened all the same, or may still. */
    public static boolean isInDoubt(SQLException duringCommit) {
        String state = duringCommit.getSQLState();
        return state == null
                || state.length() < 2
                || state.equals("40003")
                || isOfConnection(duringCommit)
                || duringCommit instanceof SQLTransientConnectionException
                || duringCommit instanceof SQLTimeoutException
                || !ROLLED_BACK.contains(state.substring(0, 2));
    }

    /** Whether the driver only objects to what came back: the statement itself was executed. */
    public static boolean isExecuted(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.startsWith("02");
    }

    /** Whether a node refused to write: if the application has not asked for that, the node is no primary any more. */
    public static boolean isDemotion(SQLException onPrimary) {
        return READ_ONLY.equals(onPrimary.getSQLState());
    }

    /** The exception that tells most: the innermost one with a state, or else the outermost. */
    static Throwable telling(Throwable failure) {
        Throwable telling = failure;
        @Nullable Throwable next = failure;
        for (int depth = 0; next != null && depth < 20; depth++) {
            if (next instanceof SQLException sql && sql.getSQLState() != null) {
                telling = sql;
            }
            next = next.getCause();
        }
        return telling;
    }
}
