package dev.plimsoll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;

/** What was found before, so that each finding is news only once, and again when its severity rises. Bounded; safe for use by many threads. */
final class FindingBook {
    private static final long MAX_FINDINGS = 10_000;

    private final Cache<String, Entry> entries =
            Caffeine.newBuilder().maximumSize(MAX_FINDINGS).build();
    private final Cache<TransactionKind, Severity> transactions =
            Caffeine.newBuilder().maximumSize(MAX_FINDINGS).build();

    /** Counts a finding. */
    Entry enter(Finding finding) {
        return entries.asMap().merge(finding.id(), new Entry(1, finding.severity(), true), FindingBook::again);
    }

    private static Entry again(Entry known, Entry added) {
        boolean rises = added.severity.compareTo(known.severity) > 0;
        return new Entry(known.times + 1, rises ? added.severity : known.severity, rises);
    }

    /** Whether a finding on a transaction, which is looked at many times, is the first of its kind or more severe than before. */
    boolean isNewsOf(long transaction, Finding finding) {
        TransactionKind key = new TransactionKind(transaction, finding.kind());
        Severity before = transactions.getIfPresent(key);
        if (before != null && before.compareTo(finding.severity()) >= 0) {
            return false;
        }
        transactions.put(key, finding.severity());
        return true;
    }

    /**
     * @param times how often the finding was made
     * @param severity the highest it was made with
     * @param isNews whether it was made for the first time, or with a higher severity than before
     */
    record Entry(long times, Severity severity, boolean isNews) {}

    private record TransactionKind(long transaction, String kind) {}
}
