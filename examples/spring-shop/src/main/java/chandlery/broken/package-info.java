/** The same pages as they are often written, below /broken: each of them loads its database in a way of its own. */
@NullMarked
package chandlery.broken;

import org.jspecify.annotations.NullMarked;
