package dev.plimsoll.scenario;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the latest version of every finding, as somebody who reads all reports knows it. */
final class Collector implements Reporter {
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    @Override
    public synchronized void report(Finding finding) {
        findings.put(finding.id(), finding);
    }

    @Override
    public synchronized void repeated(Finding finding, long times) {
        findings.merge(
                finding.id(),
                finding,
                (known, again) -> again.severity().compareTo(known.severity()) < 0 ? known : again);
    }

    synchronized List<Finding> all() {
        return List.copyOf(findings.values());
    }

    boolean has(String kind) {
        return all().stream().anyMatch(finding -> finding.kind().equals(kind));
    }
}
