/**
 * What the starter costs the shop: {@link measure.Measure} is the command. It runs the jar of the shop and the one from which everything
 * of Plimsoll was left out, side by side, and prints medians beside their limits. Linux only; the throughput needs {@code wrk}.
 */
@NullMarked
package measure;

import org.jspecify.annotations.NullMarked;
