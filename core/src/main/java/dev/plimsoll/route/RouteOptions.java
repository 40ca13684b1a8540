package dev.plimsoll.route;

import java.time.Duration;
import java.util.List;

/**
 * How reads are routed. Durations are exact to the nanosecond.
 *
 * @param level what readers are promised
 * @param autocommitReads whether single statements in autocommit that are proven reads go to replicas
 * @param capture how positions of commits are found out
 * @param global whether all readers of the process count as one
 * @param pollIdle how often a node is asked while nobody waits for it
 * @param pollBusy how often a node is asked while a reader waits for it
 * @param lagLimit the most a replica may be behind, in time
 * @param lagLimitBytes the most a replica may be behind, in bytes of the log
 * @param replicaWait how long a pinned read waits for a replica before it takes the primary
 * @param fallback the most reads at a time that may be on the primary because no replica is fit
 * @param fallbackWait how long a read waits for one of those places
 * @param inDoubtWindow how long a reader stays on the primary after a commit whose outcome is not known
 * @param pinWindow how long a reader stays on the primary after a write, where the database tells no positions
 * @param nudge whether an idle primary may be made to flush its log by taking a transaction id, at most once a second
 * @param sessionTime how long a user's session is remembered after it was last used
 * @param sessions the most users' sessions that are remembered
 * @param tokenKeys the keys of causal tokens; the first signs, the others are still accepted
 */
public record RouteOptions(
        ReadLevel level,
        boolean autocommitReads,
        Capture capture,
        boolean global,
        Duration pollIdle,
        Duration pollBusy,
        Duration lagLimit,
        long lagLimitBytes,
        Duration replicaWait,
        int fallback,
        Duration fallbackWait,
        Duration inDoubtWindow,
        Duration pinWindow,
        boolean nudge,
        Duration sessionTime,
        int sessions,
        List<TokenKey> tokenKeys) {

    public RouteOptions {
        tokenKeys = List.copyOf(tokenKeys);
    }

    /** These options with another number of places for diverted reads. */
    public RouteOptions withFallback(int places) {
        return new RouteOptions(
                level,
                autocommitReads,
                capture,
                global,
                pollIdle,
                pollBusy,
                lagLimit,
                lagLimitBytes,
                replicaWait,
                places,
                fallbackWait,
                inDoubtWindow,
                pinWindow,
                nudge,
                sessionTime,
                sessions,
                tokenKeys);
    }
}
