package dev.plimsoll.sql;

/** Whether a text cuts rows off in an order that the database guarantees. */
public enum LimitOrder {
    /** No limit, an ordered one, or one that needs no order (existence checks, aggregates, SKIP LOCKED, at most two rows). */
    SAFE,
    /** The limited query block is unordered, but what it reads was ordered further inside. */
    INNER_ORDER_ONLY,
    /** A query block is limited without an order, or with a constant one. */
    UNORDERED
}
