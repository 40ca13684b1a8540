/**
 * What is particular to PostgreSQL: {@code NodePollers} ask each node for its part and its position in the write-ahead log and tell the
 * router, {@code ServerIdentity} is what a connection must know of its server, {@code SqlFailures} says what an exception means,
 * {@code CatalogReader} reads what a database's functions and relations do. One thread for each node, each with a connection of its
 * own; other databases are only asked whether they live. May import {@code route} and {@code sql}.
 */
@NullMarked
package dev.plimsoll.postgres;

import org.jspecify.annotations.NullMarked;
