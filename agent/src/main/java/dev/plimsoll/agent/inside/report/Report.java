package dev.plimsoll.agent.inside.report;

import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.LoggedFinding;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The command {@code report}: what a logbook holds, and with {@code follow} what is found from then on. */
public final class Report {
    private static final int STATEMENTS = 50;

    private final Logbook logbook;
    private final Watched watched;

    public Report(Logbook logbook, Watched watched) {
        this.logbook = logbook;
        this.watched = watched;
    }

    /**
     * Writes it.
     *
     * @param lines takes text of one or several lines
     * @param goesOn waits a little and returns whether to follow further
     */
    public void write(Map<String, String> options, Consumer<String> lines, BooleanSupplier goesOn) {
        boolean json = options.containsKey("json");
        NewFindings findings = new NewFindings();
        if (options.containsKey("follow")) {
            findings.among(logbook.findings());
        }
        lines.accept(json ? logbook.toJson(STATEMENTS) : TextReport.of(Snapshot.of(logbook), watched.toString()));
        if (options.containsKey("follow")) {
            if (!json) {
                lines.accept("\nFollowing: what is found from now on is shown as it comes. Ctrl-C ends this.\n");
            }
            while (goesOn.getAsBoolean()) {
                for (LoggedFinding finding : findings.among(logbook.findings())) {
                    lines.accept(json ? FindingLine.of(finding) : block(finding));
                }
            }
        }
    }

    private static String block(LoggedFinding finding) {
        Page page = new Page();
        FindingBlock.write(page, "", finding);
        return page.blank().toString();
    }
}
