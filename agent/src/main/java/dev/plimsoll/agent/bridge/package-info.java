/**
 * The only classes that instrumented code and the agent have in common. They are appended to the bootstrap class path, so that every
 * class finds them, and they outlive the agent that put them there: their methods may be added to, never changed. Imports java.base and
 * java.instrument; JDBC's types are not visible from there.
 */
@NullMarked
package dev.plimsoll.agent.bridge;

import org.jspecify.annotations.NullMarked;
