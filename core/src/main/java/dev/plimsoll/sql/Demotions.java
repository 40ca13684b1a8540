package dev.plimsoll.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The fingerprints that proved to be no reads, the latest few thousand of them: they outlive the outlines they were learnt from. */
final class Demotions {
    private static final int MOST = 4_096;

    private final Cache<Long, Boolean> fingerprints =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    void add(long fingerprint) {
        fingerprints.put(fingerprint, Boolean.TRUE);
    }

    boolean contains(long fingerprint) {
        return fingerprints.getIfPresent(fingerprint) != null;
    }
}
