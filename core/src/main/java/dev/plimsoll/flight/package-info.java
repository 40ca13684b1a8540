/**
 * Events of Java Flight Recorder besides findings: who takes writes, which nodes can be reached, transactions that were open for long.
 * Costs an object while no recording runs, and nothing in a Java without Flight Recorder. Imports nothing of ours.
 */
@NullMarked
package dev.plimsoll.flight;

import org.jspecify.annotations.NullMarked;
