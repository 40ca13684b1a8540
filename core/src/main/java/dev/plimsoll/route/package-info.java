/**
 * Which node a unit of statements goes to, so that no reader misses its own writes: levels, scopes, bookmarks, what is known of each
 * node, balancing. Pure logic over positions and clock readings: it never sees {@code java.sql}; the pollers of {@code postgres} tell
 * it what they saw, and the connections of {@code jdbc.logical} ask it. May import {@code work}, {@code sql} and {@code flight}.
 */
@NullMarked
package dev.plimsoll.route;

import org.jspecify.annotations.NullMarked;
