package dev.plimsoll.logbook;

import dev.plimsoll.report.FindingJson;
import dev.plimsoll.report.JsonWriter;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.work.Mark;
import java.util.Map;

/**
 * Writes what a {@link Logbook} gives as JSON. Each method writes one value: an object, or an array of them. Times are in the unit
 * that the name of the member ends in; instants are text as in ISO 8601.
 */
final class LogbookJson {
    private final JsonWriter json = new JsonWriter();

    private LogbookJson() {}

    /** All of it but the units' timelines. */
    static String of(Logbook logbook, int statements) {
        LogbookJson written = new LogbookJson();
        written.json.beginObject();
        written.findings(logbook);
        written.statements(logbook.statements(Logbook.Order.TIME, statements));
        written.transactions(logbook);
        written.nodes(logbook);
        return written.json.endObject().toString();
    }

    /** The last units of work with their timelines. */
    static String unitsOf(Logbook logbook) {
        LogbookJson written = new LogbookJson();
        written.json.beginArray();
        logbook.units().forEach(written::unit);
        return written.json.endArray().toString();
    }

    private void findings(Logbook logbook) {
        json.beginArray("findings");
        for (LoggedFinding logged : logbook.findings()) {
            json.beginObject()
                    .text("dataSource", logged.dataSource())
                    .number("times", logged.times())
                    .number("timeLostMicrosTotal", logged.timeLostMicrosTotal())
                    .text("first", logged.first().toString())
                    .text("last", logged.last().toString())
                    .beginObject("finding");
            FindingJson.write(logged.finding(), json);
            json.endObject().endObject();
        }
        json.endArray();
    }

    private void statements(TopStatements top) {
        json.beginObject("statements").beginArray("top");
        for (StatementTotal total : top.statements()) {
            json.beginObject()
                    .text("dataSource", total.dataSource())
                    .text("schema", total.schema())
                    .text("fingerprint", total.fingerprint())
                    .text("shape", total.shape())
                    .text("callSite", total.callSite());
            totals(total.totals());
            json.endObject();
        }
        json.endArray().beginObject("others");
        totals(top.others());
        json.endObject().beginObject("all");
        totals(top.all());
        json.endObject().endObject();
    }

    private void totals(ExecutionTotals totals) {
        json.number("executions", totals.executions())
                .number("failures", totals.failures())
                .number("nanos", totals.nanos())
                .number("longestNanos", totals.longestNanos())
                .number("rows", totals.rows())
                .number("batches", totals.batches())
                .number("batchedRows", totals.batchedRows());
    }

    private void transactions(Logbook logbook) {
        json.beginArray("transactions");
        for (LoggedTransaction open : logbook.transactions()) {
            json.beginObject()
                    .text("dataSource", open.dataSource())
                    .number("identity", open.identity())
                    .text("state", JsonWriter.name(open.state()))
                    .text("unit", open.unit())
                    .number("ageNanos", open.ageNanos())
                    .number("idleNanos", open.idleNanos())
                    .number("statements", open.statements())
                    .text("lastShape", open.lastShape())
                    .texts("writtenTables", open.writtenTables())
                    .text("thread", open.thread())
                    .texts("stack", open.stack())
                    .endObject();
        }
        json.endArray();
    }

    private void nodes(Logbook logbook) {
        json.beginArray("nodes");
        for (LoggedNodes nodes : logbook.nodes()) {
            for (RouteStatistics.NodeStatistics node : nodes.statistics().nodes()) {
                node(nodes.dataSource(), node);
            }
        }
        json.endArray();
    }

    private void node(String dataSource, RouteStatistics.NodeStatistics node) {
        String rejection = node.rejection();
        json.beginObject()
                .text("dataSource", dataSource)
                .text("name", node.name())
                .text("role", JsonWriter.name(node.role()))
                .number("behindBytes", node.behindBytes())
                .number("behindNanos", node.behindNanos())
                .number("sampleAgeNanos", node.sampleAgeNanos())
                .number("inFlight", node.inFlight())
                .text("breaker", node.breakerOpen() ? "open" : "closed")
                .text("rejection", rejection == null ? "" : rejection)
                .beginObject("units");
        node.units().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(units -> json.number(JsonWriter.name(units.getKey()), units.getValue()));
        json.endObject().endObject();
    }

    private void unit(LoggedUnit unit) {
        json.beginObject()
                .text("dataSource", unit.dataSource())
                .text("name", unit.name())
                .text("start", unit.start().toString())
                .number("nanos", unit.nanos())
                .number("transactions", unit.transactions())
                .number("executions", unit.executions())
                .number("omitted", unit.omitted())
                .beginArray("statements");
        for (LoggedUnit.Statement statement : unit.statements()) {
            json.beginObject()
                    .text("fingerprint", statement.fingerprint())
                    .text("shape", statement.shape())
                    .text("callSite", statement.callSite())
                    .endObject();
        }
        json.endArray().beginArray("timeline");
        for (Mark mark : unit.timeline()) {
            json.beginObject()
                    .text("kind", JsonWriter.name(mark.kind()))
                    .number("statement", mark.statement())
                    .number("offsetNanos", mark.offsetNanos())
                    .number("nanos", mark.nanos())
                    .number("times", mark.times())
                    .number("rows", mark.rows())
                    .endObject();
        }
        json.endArray().endObject();
    }
}
