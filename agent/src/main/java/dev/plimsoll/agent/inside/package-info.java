/**
 * The agent itself, behind its own class loader: it begins here, and here it is taken out again. {@code weave} changes classes,
 * {@code connections} is what they call when they hand out connections, {@code units} what they call around units of work, {@code log}
 * brings Plimsoll's log to the application's, {@code report} is what people read of a logbook. May import the bridge, core and all packages beneath; none of those imports this one.
 */
@NullMarked
package dev.plimsoll.agent.inside;

import org.jspecify.annotations.NullMarked;
