/**
 * What is particular to PostgreSQL: which server a connection leads to, what its failures mean, samples of the nodes, the catalog. May
 * import {@code route} and {@code sql}.
 */
@NullMarked
package dev.plimsoll.postgres;

import org.jspecify.annotations.NullMarked;
