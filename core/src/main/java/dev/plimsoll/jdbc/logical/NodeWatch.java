package dev.plimsoll.jdbc.logical;

import dev.plimsoll.sql.Catalog;

/** Whoever looks after the nodes while connections are used. */
public interface NodeWatch {
    /** The first connection was asked for, or a later one: returns at once. */
    void start();

    /** What the database's catalog says, as it was read last. */
    Catalog catalog();

    /** Something was defined through one of the connections. */
    void defined();
}
