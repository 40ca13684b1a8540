package dev.plimsoll.logbook;

import dev.plimsoll.finding.Severity;
import dev.plimsoll.report.FindingJson;
import dev.plimsoll.report.JsonWriter;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.work.Mark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes what a {@link Logbook} gives as JSON: an object, or an array of them. Times are in the unit that the name of the member ends in;
 * instants are text as in ISO 8601.
 */
public final class LogbookJson {
    private final JsonWriter json = new JsonWriter();

    private LogbookJson() {}

    /** All of it but the units' timelines. */
    static String all(Logbook logbook, int statements) {
        LogbookJson written = new LogbookJson();
        written.json.beginObject().beginArray("findings");
        written.loggedFindings(logbook);
        written.json.endArray().beginObject("statements");
        for (Logbook.Order by : Logbook.Order.values()) {
            written.json.beginObject(JsonWriter.name(by));
            written.statements(logbook.statements(by, statements));
            written.json.endObject();
        }
        written.json.endObject().beginArray("transactions");
        written.transactions(logbook.transactions());
        written.json.endArray().beginArray("nodes");
        written.nodes(logbook.nodes());
        return written.json.endArray().endObject().toString();
    }

    /** The last units of work with their timelines. */
    static String timelines(Logbook logbook) {
        LogbookJson written = new LogbookJson();
        written.json.beginArray();
        logbook.units().forEach(written::timeline);
        return written.json.endArray().toString();
    }

    /** How much there is of everything, from which one sees whether it is worth asking for more. */
    public static String summary(Logbook logbook) {
        List<LoggedFinding> findings = logbook.findings();
        JsonWriter json = new JsonWriter()
                .beginObject()
                .text("since", logbook.since().toString())
                .beginObject("findings");
        for (Severity severity : Severity.values()) {
            json.number(
                    JsonWriter.name(severity),
                    findings.stream()
                            .filter(each -> each.finding().severity() == severity)
                            .count());
        }
        return json.endObject()
                .number(
                        "timesFound",
                        findings.stream().mapToLong(LoggedFinding::times).sum())
                .number(
                        "timeLostMicros",
                        findings.stream()
                                .mapToLong(LoggedFinding::timeLostMicrosTotal)
                                .sum())
                .number("lastUnit", logbook.lastUnit())
                .number("transactions", logbook.transactions().size())
                .number(
                        "nodes",
                        logbook.nodes().stream()
                                .mapToLong(each -> each.statistics().nodes().size())
                                .sum())
                .endObject()
                .toString();
    }

    /** The findings, those that lost most time first; {@code unit} is 0 if its timeline is not kept, or not yet. */
    public static String findings(Logbook logbook) {
        LogbookJson written = new LogbookJson();
        written.json.beginArray();
        written.loggedFindings(logbook);
        return written.json.endArray().toString();
    }

    /** The statements that cost most, with the sums of the others and of all. */
    public static String statements(Logbook logbook, Logbook.Order by, int most) {
        LogbookJson written = new LogbookJson();
        written.json.beginObject();
        written.statements(logbook.statements(by, most));
        return written.json.endObject().toString();
    }

    /** The transactions that are open now. */
    public static String transactions(Logbook logbook) {
        LogbookJson written = new LogbookJson();
        written.json.beginArray();
        written.transactions(logbook.transactions());
        return written.json.endArray().toString();
    }

    /** The nodes as they are now. */
    public static String nodes(Logbook logbook) {
        LogbookJson written = new LogbookJson();
        written.json.beginArray();
        written.nodes(logbook.nodes());
        return written.json.endArray().toString();
    }

    /** The last units of work without their timelines. */
    public static String units(Logbook logbook) {
        LogbookJson written = new LogbookJson();
        written.json.beginArray();
        logbook.unitSummaries().forEach(written::summary);
        return written.json.endArray().toString();
    }

    /** One unit of work with its timeline. */
    public static String unit(LoggedUnit unit) {
        LogbookJson written = new LogbookJson();
        written.timeline(unit);
        return written.json.toString();
    }

    private void loggedFindings(Logbook logbook) {
        Set<Long> kept = logbook.unitSummaries().stream()
                .map(LoggedUnit.Summary::number)
                .collect(Collectors.toUnmodifiableSet());
        for (LoggedFinding logged : logbook.findings()) {
            json.beginObject()
                    .text("dataSource", logged.dataSource())
                    .number("times", logged.times())
                    .number("timeLostMicrosTotal", logged.timeLostMicrosTotal())
                    .text("first", logged.first().toString())
                    .text("last", logged.last().toString())
                    .number("unit", kept.contains(logged.unit()) ? logged.unit() : 0)
                    .beginObject("finding");
            FindingJson.write(logged.finding(), json);
            json.endObject().endObject();
        }
    }

    private void statements(TopStatements top) {
        json.beginArray("top");
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
        json.endObject();
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

    private void transactions(List<LoggedTransaction> transactions) {
        for (LoggedTransaction open : transactions) {
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
    }

    private void nodes(List<LoggedNodes> all) {
        for (LoggedNodes nodes : all) {
            for (RouteStatistics.NodeStatistics node : nodes.statistics().nodes()) {
                node(nodes.dataSource(), node);
            }
        }
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

    private void summary(LoggedUnit.Summary unit) {
        json.beginObject()
                .number("number", unit.number())
                .text("dataSource", unit.dataSource())
                .text("name", unit.name())
                .text("start", unit.start().toString())
                .number("nanos", unit.nanos())
                .number("transactions", unit.transactions())
                .number("executions", unit.executions())
                .number("statements", unit.statements())
                .texts("findings", unit.findings())
                .endObject();
    }

    private void timeline(LoggedUnit unit) {
        json.beginObject()
                .number("number", unit.number())
                .text("dataSource", unit.dataSource())
                .text("name", unit.name())
                .text("start", unit.start().toString())
                .number("nanos", unit.nanos())
                .number("transactions", unit.transactions())
                .number("executions", unit.executions())
                .number("omitted", unit.omitted())
                .texts("findings", unit.findings())
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
                    .number("transaction", mark.transaction())
                    .number("offsetNanos", mark.offsetNanos())
                    .number("nanos", mark.nanos())
                    .number("times", mark.times())
                    .number("rows", mark.rows())
                    .endObject();
        }
        json.endArray().endObject();
    }
}
