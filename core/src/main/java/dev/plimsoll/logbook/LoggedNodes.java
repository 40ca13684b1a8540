package dev.plimsoll.logbook;

import dev.plimsoll.route.RouteStatistics;

/**
 * The nodes of a data source with replicas.
 *
 * @param dataSource name of the data source
 * @param statistics what they were asked so far, and what is known of them now
 */
public record LoggedNodes(String dataSource, RouteStatistics statistics) {}
