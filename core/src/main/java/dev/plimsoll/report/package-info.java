/** Tells findings to people and programs: log, JSON lines, Flight Recorder. Sees findings and nothing else. May import finding. */
@NullMarked
package dev.plimsoll.report;

import org.jspecify.annotations.NullMarked;
