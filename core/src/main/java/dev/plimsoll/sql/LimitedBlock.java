package dev.plimsoll.sql;

/**
 * A query block that is limited without an order, which is in order all the same if its limit turns out to be at most two rows.
 *
 * @param site the site of its limit, or one of the constants of {@link QueryBlock}
 */
record LimitedBlock(int site, LimitOrder order) {}
