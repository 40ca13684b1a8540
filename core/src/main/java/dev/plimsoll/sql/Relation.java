package dev.plimsoll.sql;

/**
 * A table, view or sequence that may not be read on a standby like any other table: because of its kind, or of what it rests on.
 *
 * @param id its number in the catalog
 * @param replicated whether its kind is replicated
 * @param uses what a view, a row security policy or the partitions of a table add
 */
public record Relation(long id, String schema, String name, boolean replicated, Uses uses) {}
