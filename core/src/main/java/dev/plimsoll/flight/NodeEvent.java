package dev.plimsoll.flight;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A node that can be reached or cannot, in a recording of Java Flight Recorder. */
@Name(FlightEvents.NODE)
@Label("Node")
@Category("Plimsoll")
@StackTrace(false) // that of a poller, or of whoever came third
final class NodeEvent extends Event {
    @Label("Node")
    String node = "";

    @Label("State")
    String state = "";

    static void of(String node, String state) {
        NodeEvent event = new NodeEvent();
        if (event.isEnabled()) {
            event.node = node;
            event.state = state;
            event.commit();
        }
    }
}
