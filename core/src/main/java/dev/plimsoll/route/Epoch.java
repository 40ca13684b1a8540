package dev.plimsoll.route;

/**
 * Within one epoch positions can be compared.
 *
 * @param cluster PostgreSQL's system identifier; 0 where the database has none
 * @param timeline grows with each promotion; 0 while it is not known
 */
public record Epoch(long cluster, int timeline) {}
