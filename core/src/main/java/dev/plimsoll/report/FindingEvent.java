package dev.plimsoll.report;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A finding in a recording of Java Flight Recorder. */
@Name(FlightRecorderReporter.EVENT)
@Label("Finding")
@Category("Plimsoll")
@StackTrace(false) // findings are made after the fact; the call site is a field
final class FindingEvent extends Event {
    @Label("Id")
    String id = "";

    @Label("Kind")
    String kind = "";

    @Label("Severity")
    String severity = "";

    @Label("Unit of Work")
    String unit = "";

    @Label("Call Site")
    String callSite = "";

    @Label("Shape")
    String shape = "";

    @Label("Executions")
    long count;

    @Label("Time Lost")
    @Timespan(Timespan.MICROSECONDS)
    long timeLost;
}
