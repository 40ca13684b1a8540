package dev.plimsoll.route;

import java.util.Locale;

/** Why a unit went where it went. */
public enum Reason {
    // To a replica.
    /** A transaction that was declared read-only before it began. */
    DECLARED,
    /** A single statement in autocommit that is proven to change nothing. */
    PROVEN_READ,

    // To the primary, because it may write or is tied to it.
    /** A transaction that was not declared read-only. */
    NOT_READ_ONLY,
    /** A statement in autocommit that is not proven to change nothing. */
    NOT_PROVEN,
    /** A statement of this shape was once refused by a replica. */
    DEMOTED,
    /** A {@link ReadHint}, or the level of the data source, says so. */
    LEVEL,
    /** Reads in autocommit are not routed, by option. */
    AUTOCOMMIT_READS_OFF,
    /** Serializable transactions need the primary. */
    SERIALIZABLE,
    /** The session holds what exists on one connection only: a temporary table, a lock, a cursor, the driver's own object. */
    SESSION_BOUND,
    /** An earlier result on the primary is still being read. */
    OPEN_RESULT,
    /** A batch, or rows that can be updated. */
    BATCH,

    // To the primary, although a replica would have done.
    /** The reader has written, and the position of its write is not known yet. */
    PINNED_UNRESOLVED,
    /** The reader has written, and no replica has replayed that yet. */
    PINNED_POSITION,
    /** The outcome of a commit is not known, or the database tells no positions and the time window has not passed. */
    PINNED_WINDOW,
    /** No other replica has come as far as the one that the reader read before. */
    MONOTONIC_BOUND,
    /** The unit of work has been on the primary already. */
    UNIT_ON_PRIMARY,
    /** No replica is up. */
    NO_REPLICA,
    /** Every replica is behind by more than the limit. */
    LAG,
    /** The cluster has changed its primary, and no replica is known to follow the new one. */
    EPOCH_CHANGE,
    /** A replica refused the statement, so it was no read after all. */
    REFUSED_BY_REPLICA,
    /** Replay cancelled the statement on a replica. */
    REPLAY_CONFLICT,
    /** The replica was lost while it worked on the statement. */
    REPLICA_LOST,
    /** The replica does not know a table or column that may just have been made. */
    NOT_REPLAYED,

    // To a replica, although the primary was wanted.
    /** Too many reads are diverted to the primary already. */
    SHED;

    /** As logs and meters spell it: {@code pinned-position}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
