package dev.plimsoll.route;

import org.jspecify.annotations.Nullable;

/** What a routed connection tells of itself, for tests of applications: {@code connection.unwrap(RoutedConnection.class)}. */
public interface RoutedConnection {
    /** Where the connection's last unit went, or the one that is open; null before the first. */
    @Nullable
    RouteDecision lastDecision();
}
