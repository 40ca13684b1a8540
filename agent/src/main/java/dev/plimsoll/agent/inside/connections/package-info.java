/**
 * What becomes of a connection that a data source or a driver hands out: left to the pool that opened it, left alone for the cast that
 * awaits it, or watched by core. May import core, the bridge and JDBC.
 */
@NullMarked
package dev.plimsoll.agent.inside.connections;

import org.jspecify.annotations.NullMarked;
