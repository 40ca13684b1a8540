/**
 * Units of work without a line of code: {@code Entries} begins one at a request, a message or a job and names it, unless one is
 * current; {@code HandOver} and {@code Pools} take the current one to the threads that go on with it. The application's types are not
 * visible here: a {@code Getter} asks their public methods. May import core's {@code work} and nothing else.
 */
@NullMarked
package dev.plimsoll.agent.inside.units;

import org.jspecify.annotations.NullMarked;
