/**
 * What the JVM itself loads of the agent, onto the system class path: the way in for {@code -javaagent} and for attaching, and the
 * loader behind which everything else lives. Only a few classes, since the application sees them. Imports java.base and
 * java.instrument, and of ours the bridge and {@code cli}; what is inside is reached by name through {@link dev.plimsoll.agent.bridge.Attached}.
 */
@NullMarked
package dev.plimsoll.agent;

import org.jspecify.annotations.NullMarked;
