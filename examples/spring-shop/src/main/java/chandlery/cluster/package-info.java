/** The servers of the profile postgres: a primary and two standbys, started with the shop and ended with it. */
@NullMarked
package chandlery.cluster;

import org.jspecify.annotations.NullMarked;
