package dev.plimsoll.route;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What readers must not miss: notes it when they write, and says before they read what that demands of a replica. */
final class Pins {
    /** A demand that no replica can be known to meet. */
    static final long NEVER = Long.MAX_VALUE;

    private final RouteOptions options;
    private final LongSupplier clock;
    private final Cluster cluster;
    /** What sessions demanded that fell out of the memory: everybody keeps to it. */
    private final Scope floor = new Scope();

    private final LongAdder released = new LongAdder();
    private final LongAdder releasedNanos = new LongAdder();
    private final LongAccumulator longestNanos = new LongAccumulator(Math::max, 0);

    Pins(RouteOptions options, LongSupplier clock, Cluster cluster) {
        this.options = options;
        this.clock = clock;
        this.cluster = cluster;
    }

    Scope floor() {
        return floor;
    }

    boolean isPinned(Reader reader) {
        return reader.isPinned() || floor.isPinned();
    }

    void wrote(Reader reader, long now, boolean durable) {
        Epoch epoch = cluster.topology().epoch();
        for (Reader each = reader; each != null; each = each.around()) {
            if (epoch == null || epoch.cluster() == 0) {
                window(each.scope(), now + options.pinWindow().toNanos());
            }
            if (epoch == null || epoch.cluster() != 0) {
                dirty(each.scope(), now, durable);
            }
        }
    }

    void inDoubt(Reader reader, long now) {
        wrote(reader, now, false);
        long end = now + options.inDoubtWindow().toNanos();
        boolean tells = cluster.guarantee() == Guarantee.POSITION;
        for (Reader each = reader; each != null; each = each.around()) {
            if (tells) {
                doubt(each.scope(), end);
            } else {
                window(each.scope(), end);
            }
        }
    }

    void demand(Reader reader, Bookmark bookmark) {
        long now = clock.getAsLong();
        for (Reader each = reader; each != null; each = each.around()) {
            demand(each.scope(), bookmark, now);
        }
    }

    private void demand(Scope scope, Bookmark bookmark, long now) {
        scope.demand(bookmark, now);
        if (scope.isForgotten()) {
            floor.demand(bookmark, now);
        }
    }

    private void dirty(Scope scope, long now, boolean durable) {
        if (scope.wrote(now, durable)) {
            cluster.unresolved().add(scope);
        }
        if (scope.isForgotten()) {
            dirty(floor, now, durable);
        }
    }

    private void window(Scope scope, long end) {
        scope.window(end);
        if (scope.isForgotten()) {
            floor.window(end);
        }
    }

    private void doubt(Scope scope, long end) {
        scope.doubt(end);
        if (scope.isForgotten()) {
            floor.doubt(end);
        }
    }

    /** The scope will not be found again by its session, though a unit may go on using it. */
    void evicted(Scope scope) {
        scope.forget();
        if (!scope.isPinned()) {
            return;
        }
        long now = clock.getAsLong();
        Bookmark need = scope.need();
        Bookmark present = need == null ? null : cluster.translated(need);
        if (present != null) {
            floor.demand(present, now);
        }
        if (scope.isDirty()) {
            dirty(floor, now, false);
        }
        if (scope.inWindow(now)) {
            doubt(floor, now + options.inDoubtWindow().toNanos());
        }
    }

    /** Why the reader may not read on any replica now; null if a position will tell. */
    @Nullable
    Reason pinned(Reader reader, long now) {
        Reason reason = pinned(floor, now);
        for (Reader each = reader; reason == null && each != null; each = each.around()) {
            reason = pinned(each.scope(), now);
        }
        return reason;
    }

    private @Nullable Reason pinned(Scope scope, long now) {
        if (!scope.isPinned()) {
            return null;
        }
        if (scope.endWindow(now)) {
            cluster.unresolved().add(scope);
        }
        if (scope.isDirty()) {
            return Reason.PINNED_UNRESOLVED;
        }
        return scope.inWindow(now) ? Reason.PINNED_WINDOW : null;
    }

    /** What the reader demands in the present epoch, as a position; forgets what every replica has reached. */
    long need(Reader reader) {
        long need = need(floor);
        for (Reader each = reader; each != null; each = each.around()) {
            need = Math.max(need, need(each.scope()));
        }
        return need;
    }

    private long need(Scope scope) {
        Bookmark need =
                scope.isPinned() ? scope.plausibleNeed(cluster.topology().sample()) : null;
        if (need == null) {
            return 0;
        }
        Epoch epoch = cluster.topology().epoch();
        Bookmark present = need;
        if (!need.epoch().equals(epoch)) {
            present = cluster.translated(need);
            scope.translate(need, present);
            if (present == null) {
                return 0;
            }
        }
        if (!present.epoch().equals(epoch)) {
            return NEVER;
        }
        if (cluster.settles(present)) {
            scope.satisfied(present);
        }
        return present.position();
    }

    /** What the reader demands once the positions of its writes are known; null if nothing, or if they are not within {@code nanos}. */
    @Nullable
    Bookmark awaitNeed(Reader reader, long nanos) {
        if (!cluster.await(nanos, () -> !isDirty(reader))) {
            return null;
        }
        Bookmark need = null;
        for (Reader each = reader; each != null; each = each.around()) {
            Bookmark own = each.scope().need();
            need = own == null ? need : Bookmark.max(need, own);
        }
        return need;
    }

    private static boolean isDirty(Reader reader) {
        return reader.scope().isDirty() || reader.around() != null && isDirty(reader.around());
    }

    /** Gives up the replica that the reader has read last, if it is gone; then a sample of the primary says what it has shown. */
    void giveUpLastRead(Reader reader, Topology topology) {
        for (Reader each = reader; each != null; each = each.around()) {
            if (each.scope().giveUpLastRead(topology)) {
                cluster.unresolved().add(each.scope());
            }
        }
    }

    /** A pinned reader reads on a replica. */
    void released(Reader reader, long now) {
        long nanos = reader.scope().released(now);
        if (nanos >= 0) {
            released.increment();
            releasedNanos.add(nanos);
            longestNanos.accumulate(nanos);
        }
    }

    RouteStatistics.Releases releases() {
        return new RouteStatistics.Releases(released.sum(), releasedNanos.sum(), longestNanos.get());
    }
}
