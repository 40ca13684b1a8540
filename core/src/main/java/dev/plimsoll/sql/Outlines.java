package dev.plimsoll.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The outlines of all fingerprints met lately, within a bound of bytes. Those of the moment also lie in a small table that costs no
 * boxed key and no lock to look at.
 */
final class Outlines {
    private static final int MOST_BYTES = 4 << 20;
    private static final int RECENT = 512;

    private final Cache<Long, Outline> all = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Long fingerprint, Outline outline) -> outline.weight())
            .executor(Runnable::run)
            .build();

    /** Written and read without order: an outline does not change, and a lost one is found in the cache. */
    private final @Nullable Outline[] recent = new @Nullable Outline[RECENT];

    private final Demotions demotions = new Demotions();

    Demotions demotions() {
        return demotions;
    }

    @Nullable
    Outline find(long fingerprint) {
        int slot = (int) fingerprint & (RECENT - 1);
        Outline outline = recent[slot];
        if (outline != null && outline.fingerprint() == fingerprint) {
            return outline;
        }
        Outline found = all.getIfPresent(fingerprint);
        if (found != null) {
            recent[slot] = found;
        }
        return found;
    }

    void add(Outline outline) {
        all.put(outline.fingerprint(), outline);
        recent[(int) outline.fingerprint() & (RECENT - 1)] = outline;
    }
}
