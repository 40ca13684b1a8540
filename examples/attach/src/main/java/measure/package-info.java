/**
 * What Plimsoll costs a program into which it comes while that runs: {@link measure.Measure} is the command, the others run in JVMs of
 * their own that have no class of Plimsoll.
 */
@NullMarked
package measure;

import org.jspecify.annotations.NullMarked;
