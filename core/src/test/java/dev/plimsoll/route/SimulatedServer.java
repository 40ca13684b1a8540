package dev.plimsoll.route;

import java.util.Arrays;

/** A database server that holds the last version of some keys. */
final class SimulatedServer {
    static final int KEYS = 6;

    final Node node;
    final long[] versions = new long[KEYS];
    SimulatedLog log;
    boolean up = true;
    boolean writable;
    long incarnation = 1;
    /** What is in {@link #versions}: of a primary all that is inserted, of a standby what it has replayed. */
    int position;

    int flushed;
    private int asked;

    SimulatedServer(Node node, SimulatedLog log, boolean writable) {
        this.node = node;
        this.log = log;
        this.writable = writable;
        moveTo(log.size());
        flushed = position;
    }

    /** Commits a version of {@code key}; it is visible at once. */
    void commit(int key, long version) {
        log.append(key, version);
        versions[key] = version;
        position = log.size();
    }

    /** Replays some more of the log, or begins anew with less of it. */
    void moveTo(int to) {
        int from = position;
        if (to < position) {
            Arrays.fill(versions, 0);
            from = 0;
        }
        for (int i = from; i < to; i++) {
            if (log.key(i) >= 0) {
                versions[log.key(i)] = log.version(i);
            }
        }
        position = to;
    }

    /** Starts anew as a standby of {@code of}, with what it has up to {@code from}. */
    void restartAsStandby(SimulatedLog of, int from) {
        up = true;
        writable = false;
        incarnation++;
        log = of;
        position = Integer.MAX_VALUE;
        moveTo(from);
    }

    NodeSample sample(long startedAt, long endedAt) {
        Epoch epoch = new Epoch(SimulatedCluster.ID, log.timeline());
        return writable
                ? new PrimarySample(startedAt, endedAt, epoch, incarnation, flushed, position, log.forkedAt())
                : new StandbySample(startedAt, endedAt, epoch, incarnation, told(), 0, false);
    }

    /** A standby shows a commit a moment before it counts it as replayed. */
    private int told() {
        return position > 0 && asked++ % 3 == 0 ? position - 1 : position;
    }
}
