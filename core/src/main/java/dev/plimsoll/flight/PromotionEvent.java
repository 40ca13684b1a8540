package dev.plimsoll.flight;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Another primary, in a recording of Java Flight Recorder. */
@Name(FlightEvents.PROMOTION)
@Label("Promotion")
@Category("Plimsoll")
@StackTrace(false) // that of a poller
final class PromotionEvent extends Event {
    @Label("Node")
    String node = "";

    @Label("Timeline")
    int timeline;

    static void of(String node, int timeline) {
        PromotionEvent event = new PromotionEvent();
        if (event.isEnabled()) {
            event.node = node;
            event.timeline = timeline;
            event.commit();
        }
    }
}
