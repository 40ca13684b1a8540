/**
 * SQL texts in, values out. {@code Cursor} and {@code Lexer} cut a text into tokens by the rules of its {@code Dialect};
 * {@code Normalizer} turns them, in the same pass, into those of its shape, whose hash is the fingerprint. Only for a new fingerprint
 * is the shape written out and read into an {@code Outline}: verb, tables, functions, limits, slots, access class, which all texts of
 * the fingerprint share. {@code SqlFacts} adds what is a text's own: its literals and the lengths of its lists. A {@code Catalog} says
 * what the functions and relations of one database do, and so proves more texts to be reads. Nothing here recurses or throws, and
 * nothing knows of JDBC. May import java.base and Caffeine.
 */
@NullMarked
package dev.plimsoll.sql;

import org.jspecify.annotations.NullMarked;
