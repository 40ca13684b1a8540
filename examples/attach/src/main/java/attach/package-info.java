/**
 * Starts a program in a JVM of its own, attaches Plimsoll to it while it runs, has it report, and detaches. Uses Plimsoll as people
 * do, by the command line of its agent, and has no other tie to it.
 */
@NullMarked
package attach;

import org.jspecify.annotations.NullMarked;
