/**
 * What only PostgreSQL has to tell: {@code CatalogReader} reads what a database's own catalog says of its functions and relations, so
 * that {@code sql} can prove more texts to be reads. Plain queries through a connection that somebody else opens and closes, as an
 * ordinary role, on PostgreSQL 10 and later; no threads. May import sql.
 */
@NullMarked
package dev.plimsoll.postgres;

import org.jspecify.annotations.NullMarked;
