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
    private long neededAt;
    /** Since when there is a write whose position is not known. */
    private long dirtySince;

    private boolean dirty;
    /** Whether that write may have been acknowledged before it was flushed. */
    private boolean dirtyBeyondFlush;

    private boolean windowed;
    private long windowEndsAt;
    /** Whether a commit may still happen while the window lasts. */
    private boolean inDoubt;

    private volatile boolean forgotten;
    private boolean measuring;
    private long wroteAt;

    private @Nullable Node lastRead;
    private long lastIncarnation;
    private long lastReadEndedAt;
    private int reading;
    /** Where the last read was before it moved, for as long as nothing has been shown since. */
    private @Nullable Node readBefore;

    private long incarnationBefore;
    private long endedBefore;
    private boolean shown = true;

    /** Whether a replica may be out of the question; false says that none is, as far as writes go. */
    boolean isPinned() {
        return pinned;
    }

    /**
     * A write was acknowledged.
     *
     * @param acknowledgedAt the clock after the acknowledgement
     * @param durable whether it is known to have been flushed by then
     * @return whether this is the first since the last sample, so that the scope must be noted as unresolved
     */
    synchronized boolean wrote(long acknowledgedAt, boolean durable) {
        boolean first = !dirty;
        if (!measuring) {
            measuring = true;
            wroteAt = acknowledgedAt;
        }
        dirtySince = dirty ? Math.max(dirtySince, acknowledgedAt) : acknowledgedAt;
        dirtyBeyondFlush = !durable || dirty && dirtyBeyondFlush;
        dirty = true;
        pinned = true;
        return first;
    }

    /** No replica until {@code end}: nobody can tell from positions when the reader's write has arrived there. */
    synchronized void window(long end) {
        windowEndsAt = windowed ? Math.max(windowEndsAt, end) : end;
        windowed = true;
        pinned = true;
    }

    /** As {@link #window}, because a commit may happen until {@code end}. */
    synchronized void doubt(long end) {
        window(end);
        inDoubt = true;
    }

    /** Whether the position of a write is still unknown after {@code sample}. */
    synchronized boolean isDirtyAfter(PrimarySample sample) {
        if (dirty && covers(sample, dirtySince)) {
            demand(new Bookmark(sample.epoch(), positionOf(sample)), sample.startedAt());
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

    /** Whether the time window has not passed at {@code now}. */
    synchronized boolean inWindow(long now) {
        return windowed && windowEndsAt - now > 0;
    }

    /**
     * Forgets the time window if it has passed at {@code now}. A commit in doubt may have happened at its very end.
     *
     * @return whether the scope must be noted as unresolved
     */
    synchronized boolean endWindow(long now) {
        if (!windowed || windowEndsAt - now > 0) {
            return false;
        }
        windowed = false;
        boolean first = inDoubt && wrote(windowEndsAt, false);
        inDoubt = false;
        unpin();
        return first;
    }

    /** From now on whatever is demanded here must be demanded of everybody: the session will not find this scope again. */
    synchronized void forget() {
        forgotten = true;
    }

    /** The session has found it again. */
    synchronized void remember() {
        forgotten = false;
    }

    boolean isForgotten() {
        return forgotten;
    }

    /** Nanoseconds from the first write since the last call until {@code now}, when a replica was read; -1 if there was none. */
    synchronized long released(long now) {
        boolean measured = measuring;
        measuring = false;
        return measured ? now - wroteAt : -1;
    }

    synchronized @Nullable Bookmark need() {
        return need;
    }

    /** Demands {@code bookmark} besides what was demanded before. */
    synchronized void demand(Bookmark bookmark, long now) {
        neededAt = need == null || now - neededAt > 0 ? now : neededAt;
        need = Bookmark.max(need, bookmark);
        pinned = true;
    }

    /**
     * What is demanded, but no more than the primary has: what it had not flushed when it crashed will never be replayed, and whoever
     * made up a token demands what was never written.
     */
    synchronized @Nullable Bookmark plausibleNeed(@Nullable PrimarySample sample) {
        boolean beyond = need != null
                && sample != null
                && need.epoch().equals(sample.epoch())
                && need.position() > sample.inserted()
                && sample.startedAt() - neededAt >= 0;
        if (beyond && sample != null) {
            need = new Bookmark(sample.epoch(), sample.inserted());
        }
        return need;
    }

    /** Puts {@code translated}, or nothing, in the place of a bookmark of an epoch that has passed. */
    synchronized void translate(Bookmark old, @Nullable Bookmark translated) {
        if (old.equals(need)) {
            need = translated;
            unpin();
        }
    }

    /** Every replica has come as far as {@code reached}: if that is all that was demanded, nothing is from now on. */
    synchronized void satisfied(Bookmark reached) {
        if (need != null && isSatisfied(need, reached)) {
            need = null;
            unpin();
        }
    }

    private static boolean isSatisfied(Bookmark need, Bookmark reached) {
        return need.epoch().equals(reached.epoch()) && need.position() <= reached.position();
    }

    private void unpin() {
        pinned = dirty || windowed || need != null;
    }

    /** The replica that was read last; the next read goes there if it can. */
    synchronized @Nullable Node lastRead() {
        return lastRead;
    }

    /**
     * Begins a read on a node if that shows nothing older than the reads before did.
     *
     * @param state what is known of the node, and why it was found fit
     * @param primary the primary's last sample, if there is one
     * @return whether the read has begun; then {@link #left} must follow
     */
    synchronized boolean enter(NodeState state, @Nullable PrimarySample primary, long now) {
        if (!isSameServer(state)) {
            if (lastRead != null && !mayMove(lastRead, state, primary)) {
                return false;
            }
            moveTo(state, now);
        }
        reading++;
        return true;
    }

    private void moveTo(NodeState state, long now) {
        readBefore = lastRead;
        incarnationBefore = lastIncarnation;
        endedBefore = lastReadEndedAt;
        shown = false;
        lastReadEndedAt = lastRead == null ? now : lastReadEndedAt;
        lastRead = state.node();
        lastIncarnation = state.incarnation();
    }

    /** A read has ended that has shown nothing: if no other has shown anything there, the reader is where it was before. */
    synchronized void abandoned() {
        reading--;
        if (!shown && reading == 0) {
            lastRead = readBefore;
            lastIncarnation = incarnationBefore;
            lastReadEndedAt = endedBefore;
            shown = true;
        }
    }

    /** What a server has shown it goes on showing, until it starts anew. */
    private boolean isSameServer(NodeState state) {
        return state.node().equals(lastRead) && state.isOf(lastIncarnation);
    }

    /** Whether all that was shown on {@code from} is shown on another. */
    private boolean mayMove(Node from, NodeState to, @Nullable PrimarySample primary) {
        return reading == 0 && (isBeyond(from.state(), to) || hasAll(from.state(), to, primary));
    }

    /**
     * Known once the replica was sampled after the last read there. A standby shows a commit a moment before it counts it as replayed, so
     * that whoever is only as far as it may miss that one.
     */
    private boolean isBeyond(@Nullable NodeState left, NodeState to) {
        return left != null
                && left.isOf(lastIncarnation)
                && left.epoch().equals(to.epoch())
                && left.sampledAt() - lastReadEndedAt >= 0
                && to.position() > left.position();
    }

    /** A standby shows nothing that its primary has not flushed; unless it was promoted while it was read. */
    private boolean hasAll(@Nullable NodeState left, NodeState to, @Nullable PrimarySample primary) {
        return primary != null
                && primary.epoch().equals(to.epoch())
                && covers(primary, lastReadEndedAt)
                && to.position() >= (left != null && left.writable() ? primary.inserted() : primary.flushed());
    }

    /** A read on a replica has ended; others may have ended later, and said so before. */
    synchronized void left(long endedAt) {
        reading--;
        shown = true;
        if (endedAt - lastReadEndedAt > 0) {
            lastReadEndedAt = endedAt;
        }
    }

    /**
     * Gives up the replica that was read last, if it will not tell any more what it has shown. A standby shows nothing that its primary
     * has not inserted, nor does one that was promoted meanwhile, so the next sample of the primary bounds that as it would a write.
     *
     * @return whether the scope must be noted as unresolved
     */
    synchronized boolean giveUpLastRead(Topology topology) {
        if (lastRead == null || reading != 0 || tells(lastRead.state(), topology)) {
            return false;
        }
        lastRead = null;
        boolean measured = measuring;
        boolean first = wrote(lastReadEndedAt, false);
        measuring = measured; // this is no write
        return first;
    }

    private boolean tells(@Nullable NodeState last, Topology topology) {
        return last != null && last.isOf(lastIncarnation) && Replicas.isUp(last, 0) && topology.admits(last.epoch());
    }
}
