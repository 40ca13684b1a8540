/**
 * What {@code report} prints: a logbook as text of at most 100 columns, where names allow it, or as JSON. Reads the logbook and
 * writes text; knows nothing of weaving. May import core's logbook, finding, route and work.
 */
@NullMarked
package dev.plimsoll.agent.inside.report;

import org.jspecify.annotations.NullMarked;
