package dev.plimsoll.agent.inside.report;

import dev.plimsoll.logbook.ExecutionTotals;
import dev.plimsoll.logbook.StatementTotal;
import dev.plimsoll.logbook.TopStatements;
import java.util.List;

/** The statements that cost most: a line of numbers, the statement, and where the application executes it. */
final class StatementPart {
    private static final int COLUMN = 4;

    private StatementPart() {}

    static void write(Page page, String heading, TopStatements top) {
        ExecutionTotals all = top.all();
        page.heading(
                heading,
                Amounts.count(all.executions(), "execution", "executions") + " in " + Amounts.time(all.nanos())
                        + " of the driver's time");
        List<StatementTotal> statements = top.statements();
        Columns numbers = new Columns(0, "", "time", "share", "executions", "each", "longest", "rows", "failed");
        for (int i = 0; i < statements.size(); i++) {
            add(numbers, (i + 1) + ".", statements.get(i).totals(), all);
        }
        boolean others = top.others().executions() > 0;
        if (others) {
            add(numbers, "", top.others(), all);
        }
        page.line(numbers.line(0));
        for (int i = 0; i < statements.size(); i++) {
            page.line(numbers.line(i + 1));
            statement(page, statements.get(i));
        }
        if (others) {
            page.line(numbers.line(statements.size() + 1)).line(" ".repeat(COLUMN) + "all others together");
        }
    }

    private static void add(Columns numbers, String number, ExecutionTotals totals, ExecutionTotals all) {
        numbers.row(
                number,
                Amounts.time(totals.nanos()),
                Amounts.share(totals.nanos(), all.nanos()),
                Amounts.count(totals.executions()),
                totals.executions() == 0 ? "-" : Amounts.time(totals.nanos() / totals.executions()),
                Amounts.time(totals.longestNanos()),
                Amounts.count(totals.rows()),
                Amounts.count(totals.failures()));
    }

    private static void statement(Page page, StatementTotal statement) {
        String beginning = " ".repeat(COLUMN);
        page.wrapped(beginning, COLUMN, Shapes.shortened(statement.shape()));
        String schema = statement.schema().isEmpty() ? "" : ", schema " + statement.schema();
        String place = statement.callSite().isEmpty() ? "an unknown place" : statement.callSite();
        page.wrapped(beginning + "at ", COLUMN + 3, place + " through " + statement.dataSource() + schema);
    }
}
