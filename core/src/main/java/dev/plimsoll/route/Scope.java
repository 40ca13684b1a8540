package dev.plimsoll.route;

import org.jspecify.annotations.Nullable;

/**
 * What one reader must not miss: its own writes, and what replicas have shown it before. A user's session, a unit of work or, without
 * either, a connection. Safe for use by many threads; no lock is held for longer than a few instructions.
 */
final class Scope {
    /** Whether anything below forbids a replica; read without the lock. */
    private volatile boolean pinned;

    private @Nullable Bookmark need;
    /** Since when there is a write whose position is not known. */
    private long dirtySince;

    private boolean dirty;
    /** Whether that write may have been acknowledged before it was flushed. */
    private boolean dirtyBeyondFlush;

    private boolean windowed;
    private long windowEndsAt;

    private @Nullable Node lastRead;
    private long lastIncarnation;
    private long lastReadEndedAt;
    private int reading;

    /** Whether a replica may be out of the question; false says that none is, as far as writes go. */
    boolean isPinned() {
        return pinned;
    }

    /**
     * A write was acknowledged.
     *
     * @param acknowledgedAt the clock after the acknowledgement
     * @param durable whether it is known to have been flushed by then
     */
    synchronized void wrote(long acknowledgedAt, boolean durable) {
        dirtySince = dirty ? Math.max(dirtySince, acknowledgedAt) : acknowledgedAt;
        dirtyBeyondFlush = !durable || dirty && dirtyBeyondFlush;
        dirty = true;
        pinned = true;
    }

    /** No replica until {@code end}: nobody can tell from positions when the reader's write has arrived there. */
    synchronized void window(long end) {
        windowEndsAt = windowed ? Math.max(windowEndsAt, end) : end;
        windowed = true;
        pinned = true;
    }

    /** Whether the position of a write is still unknown after {@code sample}. */
    synchronized boolean isDirtyAfter(PrimarySample sample) {
        if (dirty && covers(sample, dirtySince)) {
            need = Bookmark.max(need, new Bookmark(sample.epoch(), positionOf(sample)));
            dirty = false;
            dirtyBeyondFlush = false;
        }
        return dirty;
    }

    /** Whether whatever was acknowledged at {@code acknowledgedAt} lies before the sample's positions. */
    private static boolean covers(PrimarySample sample, long acknowledgedAt) {
        return sample.startedAt() - acknowledgedAt >= 0;
    }

    private long positionOf(PrimarySample sample) {
        return dirtyBeyondFlush ? sample.inserted() : sample.flushed();
    }

    synchronized boolean isDirty() {
        return dirty;
    }

    /** Whether the time window has not passed at {@code now}; one that has is forgotten. */
    synchronized boolean inWindow(long now) {
        if (windowed && windowEndsAt - now <= 0) {
            windowed = false;
            unpin();
        }
        return windowed;
    }

    synchronized @Nullable Bookmark need() {
        return need;
    }

    /** Demands {@code bookmark} besides what was demanded before. */
    synchronized void demand(Bookmark bookmark) {
        need = Bookmark.max(need, bookmark);
        pinned = true;
    }

    /** Puts {@code translated}, or nothing, in the place of a bookmark of an epoch that has passed. */
    synchronized void translate(Bookmark old, @Nullable Bookmark translated) {
        if (old.equals(need)) {
            need = translated;
            unpin();
        }
    }

    /** Every replica has come as far as {@code position}: if that is all that was demanded, nothing is from now on. */
    synchronized void satisfied(Epoch epoch, long position) {
        if (need != null && isSatisfied(need, epoch, position)) {
            need = null;
            unpin();
        }
    }

    private static boolean isSatisfied(Bookmark need, Epoch epoch, long position) {
        return need.epoch().equals(epoch) && need.position() <= position;
    }

    private void unpin() {
        pinned = dirty || windowed || need != null;
    }

    /** The replica that was read last; the next read goes there if it can. */
    synchronized @Nullable Node lastRead() {
        return lastRead;
    }

    /**
     * Begins a read on {@code node} if that shows nothing older than the reads before did.
     *
     * @param state what is known of the node, and why it was found fit
     * @return whether the read has begun; then {@link #left} must follow
     */
    synchronized boolean enter(Node node, NodeState state) {
        if (lastRead != null && !isSameServer(node, state) && !mayMove(lastRead, state)) {
            return false;
        }
        enterAnyway(node, state);
        return true;
    }

    /** Begins a read on {@code node} whatever was read before. */
    synchronized void enterAnyway(Node node, NodeState state) {
        lastRead = node;
        lastIncarnation = state.incarnation();
        reading++;
    }

    /** What a server has shown it goes on showing, until it starts anew. */
    private boolean isSameServer(Node node, NodeState state) {
        return node.equals(lastRead) && state.isOf(lastIncarnation);
    }

    /** All that was shown on {@code from} is shown on another: known once {@code from} was sampled after the last read there. */
    private boolean mayMove(Node from, NodeState to) {
        NodeState left = from.state();
        return reading == 0
                && left != null
                && left.isOf(lastIncarnation)
                && left.epoch().equals(to.epoch())
                && left.sampledAt() - lastReadEndedAt >= 0
                && to.position() >= left.position();
    }

    /** A read on a replica has ended. */
    synchronized void left(long endedAt) {
        reading--;
        lastReadEndedAt = endedAt;
    }

    /**
     * Gives up the replica that was read last, because it will not tell any more what it has shown. A standby shows nothing that its
     * primary has not flushed, so the next sample of the primary bounds that as it would a write.
     */
    synchronized void lostLastRead() {
        if (lastRead != null && reading == 0) {
            lastRead = null;
            wrote(lastReadEndedAt, true);
        }
    }
}
