package dev.plimsoll.jdbc.logical;

import java.sql.Connection;

/** A pool that can be told not to hand out one of its connections again. */
public interface EvictingPool {

    /** Whether the pool has let go of {@code handle}; false if it does not know how to. */
    boolean evict(Connection handle);
}
