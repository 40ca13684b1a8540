package dev.plimsoll.logbook;

import dev.plimsoll.finding.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings by data source and id. A unit that runs on makes the same finding again and again with all that was lost so far; of these only
 * the greatest loss is counted, and replaced by the final one.
 */
final class FindingTable {
    private final Clock clock;
    /** The one made longest ago first. */
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    FindingTable(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param timeline number of the unit's timeline, or 0
     * @param finished whether the unit has ended, or it was a transaction
     */
    synchronized void enter(String dataSource, Finding finding, long timeline, boolean finished) {
        Instant now = clock.instant();
        Entry entry = entries.computeIfAbsent(new Key(dataSource, finding.id()), key -> new Entry(finding, now));
        entry.made(finding, timeline, finished, now);
        if (entries.size() > Logbook.MAX_FINDINGS) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    synchronized List<LoggedFinding> all() {
        return entries.entrySet().stream()
                .map(each -> each.getValue().logged(each.getKey().dataSource))
                .sorted(Comparator.comparingLong(LoggedFinding::timeLostMicrosTotal)
                        .thenComparingLong(LoggedFinding::times)
                        .reversed())
                .toList();
    }

    private record Key(String dataSource, String id) {}

    private static final class Entry {
        private Finding finding;
        private final Instant first;
        private Instant last;
        private long unit;
        private long times;
        private long lost;
        /** Of units that have not ended: found, and as far as is known in one of them only. */
        private boolean running;

        private long lostInRunning;

        Entry(Finding finding, Instant now) {
            this.finding = finding;
            this.first = now;
            this.last = now;
        }

        void made(Finding made, long timeline, boolean finished, Instant now) {
            finding = made;
            last = now;
            unit = timeline == 0 ? unit : timeline;
            running = !finished;
            if (finished) {
                times++;
                lost += made.timeLostMicros();
                lostInRunning = 0;
            } else {
                lostInRunning = Math.max(lostInRunning, made.timeLostMicros());
            }
        }

        LoggedFinding logged(String dataSource) {
            return new LoggedFinding(
                    dataSource, finding, running ? times + 1 : times, lost + lostInRunning, first, last, unit);
        }
    }
}
