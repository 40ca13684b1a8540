/**
 * SQL texts in, values out: lexer, dialects, shape, fingerprint, facts and access class. One linear pass by a hand-written lexer
 * that never throws; the result is cached per text. Knows nothing of JDBC. May import java.base and Caffeine.
 */
@NullMarked
package dev.plimsoll.sql;

import org.jspecify.annotations.NullMarked;
