package dev.plimsoll.report;

import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;

/** A finding as JSON. */
public final class FindingJson {
    private FindingJson() {}

    /** The finding as an object on a line of its own, without the line's end. */
    static String line(Finding finding) {
        JsonWriter json = new JsonWriter().beginObject();
        write(finding, json);
        return json.endObject().toString();
    }

    /** Writes the finding's members into the object that is open. */
    public static void write(Finding finding, JsonWriter json) {
        json.text("id", finding.id())
                .text("kind", finding.kind())
                .text("severity", JsonWriter.name(finding.severity()))
                .text("confidence", JsonWriter.name(finding.confidence()))
                .text("unit", finding.unit())
                .text("callSite", finding.callSite())
                .text("shape", finding.shape())
                .number("count", finding.count())
                .number("timeLostMicros", finding.timeLostMicros())
                .beginArray("evidence");
        for (Evidence evidence : finding.evidence()) {
            json.beginObject()
                    .text("name", evidence.name())
                    .text("value", evidence.value())
                    .endObject();
        }
        json.endArray().text("advice", finding.advice()).text("documentation", finding.documentation());
    }
}
