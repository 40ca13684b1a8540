/**
 * Measures what Plimsoll and its peers add to a driver, in CPU time and bytes. A workload, a subject and a driver make one
 * measurement; each of them is a list that grows by a line.
 */
@NullMarked
package bench;

import org.jspecify.annotations.NullMarked;
