/**
 * Plimsoll's log, brought to the application's: an SLF4J provider for what is inside, which passes everything on to the SLF4J of the
 * application once that has opened a connection, and to System.err until then or if there is none. May import SLF4J.
 */
@NullMarked
package dev.plimsoll.agent.inside.log;

import org.jspecify.annotations.NullMarked;
