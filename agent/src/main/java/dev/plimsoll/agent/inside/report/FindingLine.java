package dev.plimsoll.agent.inside.report;

import dev.plimsoll.logbook.LoggedFinding;
import dev.plimsoll.report.FindingJson;
import dev.plimsoll.report.JsonWriter;

/** A finding as a line of JSON, the object that it is in the whole report. */
final class FindingLine {
    private FindingLine() {}

    static String of(LoggedFinding logged) {
        JsonWriter json = new JsonWriter()
                .beginObject()
                .text("dataSource", logged.dataSource())
                .number("times", logged.times())
                .number("timeLostMicrosTotal", logged.timeLostMicrosTotal())
                .text("first", logged.first().toString())
                .text("last", logged.last().toString())
                .beginObject("finding");
        FindingJson.write(logged.finding(), json);
        return json.endObject().endObject().toString();
    }
}
