/**
 * Tells findings to people and programs: log, JSON lines, Flight Recorder, SARIF, JUnit's XML; {@code JsonWriter} writes all JSON. Sees findings and
 * nothing else. May import finding.
 */
@NullMarked
package dev.plimsoll.report;

import org.jspecify.annotations.NullMarked;
