/**
 * Logical connections: each is one connection to the application and, one after the other, connections of several nodes' pools beneath.
 * State is recorded and given to a node's connection when one is bound; which node that is, {@code route} decides for each unit. Between
 * the wrappers of {@code jdbc} and the pools. May import {@code route}, {@code postgres} and {@code sql}.
 */
@NullMarked
package dev.plimsoll.jdbc.logical;

import org.jspecify.annotations.NullMarked;
