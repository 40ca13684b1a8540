/** Applications that know nothing of the agent: each runs in a JVM of its own that has it, and its findings tell which unit was seen. */
@NullMarked
package shop.units;

import org.jspecify.annotations.NullMarked;
