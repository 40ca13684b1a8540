/**
 * A library that lends books, over HikariCP, Hibernate and H2: an application like any other. It knows nothing of Plimsoll, and its
 * process has no class of Plimsoll.
 */
@NullMarked
package lending;

import org.jspecify.annotations.NullMarked;
