package dev.plimsoll.sql;

/**
 * Remembers a few thousand texts by their hashes, so that a text with literals enters the cache of texts at its second coming only:
 * most never come again. A lost or torn entry costs one reading more.
 */
final class SeenTexts {
    private static final int SIZE = 4_096;

    private final long[] hashes = new long[SIZE];

    /** Notes {@code hash}; whether it was noted before. */
    boolean add(long hash) {
        int slot = (int) (hash ^ (hash >>> 32)) & (SIZE - 1);
        if (hashes[slot] == hash) {
            return true;
        }
        hashes[slot] = hash;
        return false;
    }
}
