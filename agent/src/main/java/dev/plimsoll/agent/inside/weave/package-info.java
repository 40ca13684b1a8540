/**
 * Changes classes so that they call the bridge: {@code Weaver} is asked for every class that is loaded and says no to almost all, by
 * their raw constant pools. What is woven is a {@link dev.plimsoll.agent.inside.weave.Point}; {@link dev.plimsoll.agent.inside.weave.Points} lists them all. Only calls
 * are added, so that classes that are loaded already can be woven, and given back. May import the bridge and ASM.
 */
@NullMarked
package dev.plimsoll.agent.inside.weave;

import org.jspecify.annotations.NullMarked;
