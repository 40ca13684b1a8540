package dev.plimsoll.agent.inside.report;

import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.logbook.LoggedFinding;
import java.util.Locale;

/** A finding, what proves it and how to mend it. */
final class FindingBlock {
    private FindingBlock() {}

    static void write(Page page, String number, LoggedFinding logged) {
        Finding finding = logged.finding();
        page.wrapped(number, 4, headline(logged));
        page.field("in", seen(logged));
        page.field("at", place(finding));
        page.field("sql", Shapes.shortened(finding.shape()));
        for (Evidence evidence : finding.evidence()) {
            if (!evidence.value().equals(finding.shape())) {
                page.field(evidence.name(), Shapes.shortened(evidence.value()));
            }
        }
        page.field("mend", finding.advice());
        page.field("more", finding.documentation() + " (id " + finding.id() + ")");
    }

    private static String place(Finding finding) {
        if (!finding.callSite().isEmpty()) {
            return finding.callSite();
        }
        return finding.shape().isEmpty() ? "the data source as a whole" : "an unknown place";
    }

    private static String headline(LoggedFinding logged) {
        Finding finding = logged.finding();
        String lost = logged.timeLostMicrosTotal() > 0
                ? "up to " + Amounts.micros(logged.timeLostMicrosTotal()) + " lost in "
                : "in ";
        return finding.severity() + " " + finding.kind() + ": " + lost
                + Amounts.count(logged.times(), "unit of work", "units of work") + ", "
                + finding.confidence().name().toLowerCase(Locale.ROOT);
    }

    private static String seen(LoggedFinding logged) {
        String when = logged.times() == 1
                ? "at " + Amounts.clock(logged.last())
                : "first at " + Amounts.clock(logged.first()) + ", last at " + Amounts.clock(logged.last());
        String each = logged.finding().count() > 1
                ? ", " + Amounts.count(logged.finding().count()) + " times"
                : "";
        return "\"" + logged.finding().unit() + "\"" + each + ", through " + logged.dataSource() + ", " + when;
    }
}
