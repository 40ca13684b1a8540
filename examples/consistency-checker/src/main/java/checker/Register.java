package checker;

import java.util.HashSet;
import java.util.Set;

/** A row that one session alone writes, each time with a higher version. Safe for use by many threads. */
final class Register {
    private static final int REMEMBERED = 256;

    private final int key;
    private final long[] versions = new long[REMEMBERED];
    private final long[] times = new long[REMEMBERED];
    private final Set<Long> rolledBack = new HashSet<>();
    private long next = 1;
    private long acknowledged;
    private int count;

    Register(int key) {
        this.key = key;
    }

    int key() {
        return key;
    }

    /** A version for the next attempt to write. */
    synchronized long next() {
        return next++;
    }

    synchronized void acknowledged(long version, long time) {
        if (version > acknowledged) {
            acknowledged = version;
            versions[count % REMEMBERED] = version;
            times[count % REMEMBERED] = time;
            count++;
        }
    }

    /** The application was told that this was not written. */
    synchronized void rolledBack(long version) {
        rolledBack.add(version);
    }

    synchronized boolean isRolledBack(long version) {
        return rolledBack.contains(version);
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    /** The highest version of those remembered that was acknowledged before {@code time}. */
    synchronized long acknowledgedBefore(long time) {
        long highest = 0;
        for (int each = 0; each < Math.min(count, REMEMBERED); each++) {
            if (times[each] - time < 0) {
                highest = Math.max(highest, versions[each]);
            }
        }
        return highest;
    }

    /** Of what was acknowledged before {@code promotion} only {@code kept} survived: says whether something was lost, and forgets it. */
    synchronized boolean lostBeyond(long kept, long promotion) {
        long before = acknowledgedBefore(promotion);
        if (acknowledged <= before) {
            acknowledged = Math.min(acknowledged, kept);
        }
        count = 0;
        return before > kept;
    }
}
