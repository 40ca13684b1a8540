package dev.plimsoll.route;

/**
 * What can be asked of a data source with replicas: {@code dataSource.unwrap(Routing.class)}. Safe for use by many threads.
 */
public interface Routing {
    /** Where units went so far and why, and how the nodes are. Takes some microseconds. */
    RouteStatistics statistics();
}
