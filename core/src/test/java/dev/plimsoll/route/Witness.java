package dev.plimsoll.route;

/** What one reader was told: the versions it has written, and those that it has seen. By key. */
final class Witness {
    final long[] wrote = new long[SimulatedServer.KEYS];
    /** On replicas. */
    final long[] seen = new long[SimulatedServer.KEYS];
    /** On the primary, by units that are to be monotonic everywhere. */
    final long[] seenOnPrimary = new long[SimulatedServer.KEYS];

    void wrote(int key, long version) {
        wrote[key] = Math.max(wrote[key], version);
    }

    static void raise(long[] to, long[] by) {
        for (int key = 0; key < to.length; key++) {
            to[key] = Math.max(to[key], by[key]);
        }
    }
}
