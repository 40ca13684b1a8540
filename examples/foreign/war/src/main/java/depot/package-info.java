/** A depot of crates, served by servlets in plain JDBC from a pool that the web application brings. Knows nothing of Plimsoll. */
@NullMarked
package depot;

import org.jspecify.annotations.NullMarked;
