/**
 * The randomised checker of read routing: many users' sessions over a real PostgreSQL cluster that is broken at random, an oracle
 * that judges every read, and mutations of the library that it must find.
 *
 * <p>{@link checker.ConsistencyChecker} is the command, {@code Run} one run, {@code Oracle} what is owed to a reader, {@code Fault}
 * what befalls the cluster, {@code Action} what sessions do. It stands on the library, the cluster, a pool and the driver.
 */
@NullMarked
package checker;

import org.jspecify.annotations.NullMarked;
