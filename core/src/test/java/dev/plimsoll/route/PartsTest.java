package dev.plimsoll.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The small parts of the router, each by itself. */
class PartsTest {
    private static final long MILLISECOND = 1_000_000L;
    private static final RouteOptions OPTIONS = RouteFixture.options(ReadLevel.READ_YOUR_WRITES, 10);

    @Nested
    class BreakerTest {
        private final Breaker breaker = new Breaker("a", bound -> 0);

        @Test
        void isOpenUntilTheNodeWasReached() {
            assertThat(breaker.isClosed()).isFalse();
            breaker.probed(0);
            assertThat(breaker.isClosed()).isTrue();
        }

        // T32
        @Test
        void opensAfterThreeFailuresInARow() {
            breaker.probed(0);
            breaker.failed(1);
            breaker.failed(2);
            breaker.succeeded();
            breaker.failed(3);
            breaker.failed(4);
            assertThat(breaker.isClosed()).isTrue();
            breaker.failed(5);
            assertThat(breaker.isClosed()).isFalse();
        }

        // T40
        @Test
        void staysOpenForTwiceAsLongEachTimeAndIsForgivenAfterAWhile() {
            breaker.probed(0);
            breaker.open(0);
            breaker.probed(499 * MILLISECOND);
            assertThat(breaker.isClosed()).isFalse();
            breaker.probed(500 * MILLISECOND);
            assertThat(breaker.isClosed()).isTrue();
            breaker.open(600 * MILLISECOND);
            breaker.probed(1599 * MILLISECOND);
            assertThat(breaker.isClosed()).isFalse();
            breaker.probed(1600 * MILLISECOND);
            breaker.probed(60_000 * MILLISECOND);
            breaker.open(60_000 * MILLISECOND);
            breaker.probed(60_500 * MILLISECOND);
            assertThat(breaker.isClosed()).isTrue();
        }
    }

    @Nested
    class DemandTest {
        private final Demand demand = new Demand(OPTIONS);

        @Test
        void nodesThatAreBehindWhatIsWantedAreAskedOften() {
            assertThat(demand.pauseNanos(0, 0)).isEqualTo(1000 * MILLISECOND);
            demand.wantsPosition(100, 0);
            assertThat(demand.pauseNanos(99, 1)).isEqualTo(10 * MILLISECOND);
            assertThat(demand.pauseNanos(100, 1)).isEqualTo(1000 * MILLISECOND);
            assertThat(demand.pauseNanos(99, 1000 * MILLISECOND)).isEqualTo(1000 * MILLISECOND);
        }

        @Test
        void whatWasWantedLongAgoIsNotWantedForEver() {
            demand.wantsPosition(Long.MAX_VALUE, 0);
            demand.wantsPosition(100, 1001 * MILLISECOND);
            assertThat(demand.pauseNanos(100, 1002 * MILLISECOND)).isEqualTo(1000 * MILLISECOND);
        }

        @Test
        void aPrimaryThatDoesNotFlushIsNudgedOnceASecond() {
            demand.wantsPosition(100, 0);
            assertThat(demand.nudge(99, 0)).isFalse();
            assertThat(demand.nudge(99, 51 * MILLISECOND)).isTrue();
            assertThat(demand.nudge(99, 200 * MILLISECOND)).isFalse();
            demand.wantsPosition(100, 1040 * MILLISECOND);
            assertThat(demand.nudge(99, 1052 * MILLISECOND)).isTrue();
        }

        @Test
        void aPrimaryThatGoesOnFlushingIsNotNudged() {
            demand.wantsPosition(100, 0);
            for (int i = 0; i < 10; i++) {
                assertThat(demand.nudge(i, 40L * i * MILLISECOND)).isFalse();
            }
        }
    }

    @Nested
    class TopologyTest {
        private final Node node = new Node(0, "primary", bound -> 0);

        private PrimarySample sample(int timeline, long forkedAt) {
            return new PrimarySample(0, 0, new Epoch(1, timeline), 1, 1000, 1000, forkedAt);
        }

        private boolean keeps(Topology topology, int timeline, long position) {
            return topology.keeps(new Bookmark(new Epoch(1, timeline), position));
        }

        // T67
        @Test
        void keepsWhatLiesBeforeEveryFork() {
            Topology topology = Topology.presumed(node)
                    .with(node, sample(1, 0))
                    .promoted(node, sample(2, 100))
                    .promoted(node, sample(3, 200));
            assertThat(keeps(topology, 1, 100)).isTrue();
            assertThat(keeps(topology, 1, 101)).isFalse();
            assertThat(keeps(topology, 2, 200)).isTrue();
            assertThat(keeps(topology, 2, 201)).isFalse();
        }

        @Test
        void doesNotKeepWhatNobodyKnowsTheForkOf() {
            Topology topology = Topology.presumed(node).with(node, sample(2, 0)).promoted(node, sample(4, 200));
            assertThat(keeps(topology, 2, 10)).as("where 3 left 2 is not known").isFalse();
            assertThat(keeps(topology, 1, 10)).as("nor where 2 left 1").isFalse();
        }
    }

    @Test
    void theGreaterBookmarkIsTheOneOfTheLaterTimeline() {
        Bookmark old = new Bookmark(new Epoch(1, 1), 500);
        Bookmark present = new Bookmark(new Epoch(1, 2), 100);
        assertThat(Bookmark.max(old, present)).isSameAs(present);
        assertThat(Bookmark.max(present, old)).isSameAs(present);
        assertThat(Bookmark.max(null, old)).isSameAs(old);
        assertThat(Bookmark.max(old, new Bookmark(old.epoch(), 499))).isSameAs(old);
    }

    @Test
    void aBookmarkIsClearedOnlyByOneThatReachesIt() {
        Epoch epoch = new Epoch(1, 1);
        Scope scope = new Scope();
        scope.demand(new Bookmark(epoch, 100), 0);
        scope.satisfied(new Bookmark(epoch, 99));
        assertThat(scope.isPinned()).isTrue();
        scope.satisfied(new Bookmark(epoch, 100));
        assertThat(scope.isPinned()).isFalse();
    }

    @Test
    void readsThatEndInAnotherOrderCountAsEndedLast() {
        RouteFixture it = new RouteFixture();
        it.allAt(100);
        Placement first = new Placement();
        Placement second = new Placement();
        it.router.place(first, Reason.PROVEN_READ, it.reader, 0);
        it.router.place(second, Reason.PROVEN_READ, it.reader, 0);
        it.reader.left(20_000_000_000L);
        it.reader.left(10_000_000_000L);
        it.replayed(it.one, 100);
        assertThat(it.router.place(new Placement(), Reason.PROVEN_READ, it.reader, 1 << it.one.index()))
                .hasToString("primary (monotonic-bound)");
    }

    @Test
    void aReadThatFailedBeforeItShowedAnythingTiesItsReaderToNothing() {
        RouteFixture it = new RouteFixture();
        it.allAt(100);
        Placement placement = new Placement();
        RouteDecision first = it.router.place(placement, Reason.PROVEN_READ, it.reader, 0);
        it.router.abandoned(placement);
        RouteDecision second = it.router.place(
                placement, Reason.PROVEN_READ, it.reader, 1 << first.node().index());
        assertThat(second.replica()).isTrue();
        assertThat(second.node()).isNotEqualTo(first.node());
        it.router.ended(placement);
        assertThat(it.router
                        .place(
                                placement,
                                Reason.PROVEN_READ,
                                it.reader,
                                1 << second.node().index())
                        .reason())
                .isEqualTo(Reason.MONOTONIC_BOUND);
    }

    // T39
    @Test
    void theBulkheadGivesOutAsManyPlacesAsItHas() {
        Bulkhead bulkhead = new Bulkhead(1, 0);
        assertThat(bulkhead.tryEnter()).isTrue();
        assertThat(bulkhead.tryEnter()).isFalse();
        assertThat(bulkhead.enter()).isFalse();
        bulkhead.leave();
        assertThat(bulkhead.enter()).isTrue();
        assertThat(bulkhead.free()).isZero();
    }

    @Test
    void theReasonIsTheFirstHurdleThatNoReplicaTakes() {
        RouteFixture it = new RouteFixture();
        it.primaryAt(100);
        assertThat(it.read().reason()).isEqualTo(Reason.NO_REPLICA);
        it.replayed(it.one, 2, 1, 100);
        assertThat(it.read().reason()).isEqualTo(Reason.EPOCH_CHANGE);
        it.replayed(it.one, 100);
        it.primaryAt(2000);
        it.replayed(it.one, 101);
        assertThat(it.read().reason()).isEqualTo(Reason.LAG);
        it.replayed(it.one, 1900);
        it.router.wroteUpTo(it.reader, 2000);
        assertThat(it.read().reason()).isEqualTo(Reason.PINNED_POSITION);
    }

    @Test
    void awaitingDoesNotAskAgainWhatWasTrueOnce() {
        Cluster cluster = new Cluster(List.of(new Node(0, "primary", bound -> 0)), System::nanoTime);
        int[] asked = {0};
        assertThat(cluster.await(MILLISECOND, () -> ++asked[0] == 2)).isTrue();
        assertThat(asked[0]).isEqualTo(2);
    }
}
