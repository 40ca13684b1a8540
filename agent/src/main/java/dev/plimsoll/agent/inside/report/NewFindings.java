package dev.plimsoll.agent.inside.report;

import dev.plimsoll.finding.Severity;
import dev.plimsoll.logbook.LoggedFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells those findings that were not there the last time, or whose severity has risen since. For one thread. */
final class NewFindings {
    /** By data source and id. */
    private Map<List<String>, Severity> known = Map.of();

    List<LoggedFinding> among(List<LoggedFinding> findings) {
        List<LoggedFinding> fresh = new ArrayList<>();
        Map<List<String>, Severity> now = new HashMap<>();
        for (LoggedFinding logged : findings) {
            List<String> key = List.of(logged.dataSource(), logged.finding().id());
            Severity before = known.get(key);
            Severity severity = logged.finding().severity();
            if (before == null || severity.compareTo(before) > 0) {
                fresh.add(logged);
            }
            now.put(key, before != null && before.compareTo(severity) > 0 ? before : severity);
        }
        known = now;
        return fresh;
    }
}
