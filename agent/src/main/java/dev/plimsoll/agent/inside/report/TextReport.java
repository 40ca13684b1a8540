package dev.plimsoll.agent.inside.report;

import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.LoggedFinding;
import dev.plimsoll.logbook.TopStatements;
import java.util.List;

/** Everything that a logbook holds, for people. */
final class TextReport {
    private static final int SHOWN_FINDINGS = 50;
    private static final int SHOWN_STATEMENTS = 10;

    private TextReport() {}

    static String of(Logbook logbook, Watched watched) {
        Page page = new Page();
        page.wrapped("", 4, watched.toString());
        TopStatements byTime = logbook.statements(Logbook.Order.TIME, SHOWN_STATEMENTS);
        findings(page, logbook.findings(), byTime.all().executions());
        if (byTime.all().executions() > 0) {
            StatementPart.write(page, "statements by time", byTime);
            StatementPart.write(
                    page,
                    "statements by executions",
                    logbook.statements(Logbook.Order.EXECUTIONS, SHOWN_STATEMENTS));
        }
        TransactionPart.write(page, logbook.transactions());
        logbook.nodes().forEach(nodes -> NodePart.write(page, nodes));
        return page.toString();
    }

    private static void findings(Page page, List<LoggedFinding> findings, long executions) {
        page.heading("findings", findings.isEmpty() ? "none" : findings.size() + ", those that lost most time first");
        if (findings.isEmpty()) {
            page.wrapped("", 0, executions > 0 ? "Nothing is wrong as far as it has been seen." : nothing());
        }
        int number = 1;
        for (LoggedFinding finding : findings.subList(0, Math.min(SHOWN_FINDINGS, findings.size()))) {
            if (number > 1) {
                page.blank();
            }
            FindingBlock.write(page, String.format(java.util.Locale.ROOT, "%2d. ", number++), finding);
        }
        if (findings.size() > SHOWN_FINDINGS) {
            page.blank().line("and " + (findings.size() - SHOWN_FINDINGS) + " that lost less; --json has them all");
        }
    }

    private static String nothing() {
        return "No statement has been seen yet. Connections are watched from the next time that the application takes one; what is"
                + " counted is shown when its unit of work ends, or a second later.";
    }
}
