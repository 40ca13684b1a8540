package dev.plimsoll.agent.inside.report;

import dev.plimsoll.logbook.LoggedFinding;
import java.util.List;
import java.util.Locale;

/** A report for people. */
final class TextReport {
    private static final int SHOWN = 50;

    private TextReport() {}

    static String of(Snapshot snapshot, String head) {
        Page page = new Page();
        page.wrapped("", 4, head);
        boolean executed = snapshot.byTime().all().executions() > 0;
        findings(page, snapshot.findings(), executed);
        if (executed) {
            StatementPart.write(page, "statements by time", snapshot.byTime());
            StatementPart.write(page, "statements by executions", snapshot.byExecutions());
        }
        TransactionPart.write(page, snapshot.transactions());
        snapshot.nodes().forEach(nodes -> NodePart.write(page, nodes));
        return page.toString();
    }

    private static void findings(Page page, List<LoggedFinding> findings, boolean executed) {
        page.heading("findings", findings.isEmpty() ? "none" : findings.size() + ", what loses most time first");
        if (findings.isEmpty()) {
            page.wrapped("", 0, executed ? "Nothing is wrong as far as it has been seen." : nothing());
        }
        int number = 1;
        for (LoggedFinding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            if (number > 1) {
                page.blank();
            }
            FindingBlock.write(page, String.format(Locale.ROOT, "%2d. ", number++), finding);
        }
        if (findings.size() > SHOWN) {
            page.blank().line("and " + (findings.size() - SHOWN) + " that lost less; --json has them all");
        }
    }

    private static String nothing() {
        return "No statement has been seen yet. Connections are watched from the next time that the application takes one; what is"
                + " executed counts when its unit of work ends, or a second later.";
    }
}
