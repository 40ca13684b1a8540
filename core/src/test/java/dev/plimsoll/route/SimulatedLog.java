package dev.plimsoll.route;

import java.util.Arrays;

/** A timeline of the write-ahead log. A position is a number of entries. */
final class SimulatedLog {
    /** The timeline that all begin on. */
    static final int FIRST = 1;

    private final int timeline;
    private final int forkedAt;
    private int[] keys;
    private long[] versions;
    private int size;

    private SimulatedLog(int timeline, int forkedAt, int[] keys, long[] versions, int size) {
        this.timeline = timeline;
        this.forkedAt = forkedAt;
        this.keys = keys;
        this.versions = versions;
        this.size = size;
    }

    /** With some entries of no consequence, so that no position is 0. */
    static SimulatedLog first() {
        int[] keys = new int[256];
        Arrays.fill(keys, 0, 10, -1);
        return new SimulatedLog(FIRST, 0, keys, new long[256], 10);
    }

    SimulatedLog fork(int at) {
        return new SimulatedLog(timeline + 1, at, keys.clone(), versions.clone(), at);
    }

    int timeline() {
        return timeline;
    }

    int forkedAt() {
        return forkedAt;
    }

    int size() {
        return size;
    }

    int key(int at) {
        return keys[at];
    }

    long version(int at) {
        return versions[at];
    }

    void append(int key, long version) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            versions = Arrays.copyOf(versions, 2 * size);
        }
        keys[size] = key;
        versions[size++] = version;
    }

    void truncate(int to) {
        size = to;
    }
}
