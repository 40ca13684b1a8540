/**
 * One final class for each kind of misuse, and the sorted lists of them ({@link dev.plimsoll.detect.Detectors}). A detector is a
 * pure function of an observed unit of work, a watch one of an observed transaction; neither sees java.sql. May import work,
 * finding and sql.
 */
@NullMarked
package dev.plimsoll.detect;

import org.jspecify.annotations.NullMarked;
