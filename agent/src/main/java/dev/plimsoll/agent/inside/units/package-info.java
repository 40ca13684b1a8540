/**
 * Units of work without a line of code: {@code Entries} begins one at a request, a message or a job and names it, unless one is
 * current; {@code HandOver} and {@code Pools} take the current one to the threads that go on with it. The application's types are not
 * visible here: a {@code Getter} asks their public methods. Its points, which weave the calls, are
 * {@code UnitEntries}, {@code HandedOverTasks} and {@code PoolTasks}. May import {@code weave} and core's {@code work}.
 */
@NullMarked
package dev.plimsoll.agent.inside.units;

import org.jspecify.annotations.NullMarked;
