/**
 * Plimsoll in tests: annotations that limit statements and findings of a JUnit Jupiter test (5 or 6), recordings by hand with
 * assertions of AssertJ's kind, a check that a number of statements does not grow with the data, a baseline of accepted findings, and
 * files for code scanning. JUnit and AssertJ are the user's own and are needed only by what is used of this package. May import the
 * root, work, finding, sql, report and config.
 */
@NullMarked
package dev.plimsoll.junit;

import org.jspecify.annotations.NullMarked;
