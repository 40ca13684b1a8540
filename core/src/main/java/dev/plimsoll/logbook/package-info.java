/**
 * What has been seen of the watched data sources, for people who look at a live JVM: findings, the statements that cost most, open
 * transactions, nodes, and on request the last units of work. {@link dev.plimsoll.logbook.Logbook} is bounded in memory and written
 * without locks; everything it gives is a copy. {@link dev.plimsoll.logbook.WorkTotals} has nothing but sums, for meters. May import work, route, report, finding and sql.
 */
@NullMarked
package dev.plimsoll.logbook;

import org.jspecify.annotations.NullMarked;
