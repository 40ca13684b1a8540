package chandlery;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what is found, for what is found by watching the clock and so not told to tests. */
final class Findings implements Reporter {
    private final List<Finding> all = new CopyOnWriteArrayList<>();

    @Override
    public void report(Finding finding) {
        all.add(finding);
    }

    List<Finding> of(String kind) {
        return all.stream().filter(finding -> finding.kind().equals(kind)).toList();
    }
}
