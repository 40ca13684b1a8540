package dev.plimsoll.route;

import java.util.Optional;

/**
 * What can be asked of a data source with replicas: {@code dataSource.unwrap(Routing.class)}. Safe for use by many threads.
 */
public interface Routing {
    /** Where units went so far and why, and how the nodes are. Takes some microseconds. */
    RouteStatistics statistics();

    /**
     * A bookmark of the current reader for another process, signed; nothing if the reader has nothing to miss. Waits until the position
     * of the reader's last write is known, a few milliseconds, or a second at most.
     *
     * @param audience who may use it, such as the user's id; the same is asked for where it is accepted
     * @throws IllegalStateException if no key is set, no unit of work is current, or the position does not become known
     */
    Optional<String> causalToken(String audience);

    /**
     * Makes the current reader see what the reader of another process had written when it took {@code token}.
     *
     * @throws InvalidTokenException if the token is forged, for another audience or cluster, or too old
     * @throws IllegalStateException if no key is set, or no unit of work is current
     */
    void accept(String token, String audience);
}
