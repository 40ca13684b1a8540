/**
 * Wrappers of JDBC's interfaces: they pass every call on to the driver and tell a session what was executed. A wrapper is an abstract
 * {@code Proxy…} class, written by hand, that holds what is intercepted, and a generated {@code Watched…} class below it that holds the
 * rest ({@code src/generated}). The way in is {@link dev.plimsoll.jdbc.Interception}. May import work, sql and, to ask where
 * a unit went, route.
 */
@NullMarked
package dev.plimsoll.jdbc;

import org.jspecify.annotations.NullMarked;
