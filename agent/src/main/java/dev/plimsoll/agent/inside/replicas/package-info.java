/**
 * The replicas that the agent was told of: what drivers were given when pools opened connections, so that others like them can be opened
 * to replicas, and the way back to the application's own pool. May import core and JDBC.
 */
@NullMarked
package dev.plimsoll.agent.inside.replicas;

import org.jspecify.annotations.NullMarked;
