package dev.plimsoll.jdbc.logical;

import dev.plimsoll.sql.Catalog;

/** Whoever looks after the nodes while connections are used. */
@FunctionalInterface
public interface NodeWatch {
    /** What the database's catalog says, as it was read last. */
    Catalog catalog();

    /** A connection is asked for, the first or a later one. Returns at once. */
    default void start() {
        // who samples by other means needs no start
    }

    /** Something was defined through one of the connections. */
    default void defined() {
        // a catalog that does not change need not know
    }
}
