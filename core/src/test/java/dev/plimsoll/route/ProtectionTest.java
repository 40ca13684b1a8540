package dev.plimsoll.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.Options;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What keeps a primary from drowning when its replicas fail, and readers from waiting for what does not come. */
class ProtectionTest {
    private static final Duration LONG = Duration.ofHours(1);

    private RouteFixture it = new RouteFixture();

    private RouteDecision place(ReadLevel level) {
        try (ReadHint hint = ReadHint.begin(level)) {
            assertThat(hint).isNotNull();
            return it.router.place(new Placement(), Reason.PROVEN_READ, Router.newReader(), 0);
        }
    }

    @Test
    @DisplayName("T38: nobody waits for a replica unless told to, and then for so long at most")
    void waitingForAReplicaIsBounded() {
        assertThat(Options.of(Map.of()).routing().replicaWait()).isZero();
        it = waiting(Duration.ofMillis(20));
        assertThat(it.read()).hasToString("primary (pinned-position)");
        it = waiting(LONG);
        CompletableFuture<RouteDecision> read = CompletableFuture.supplyAsync(it::read);
        it.replayed(it.two, 110);
        assertThat(read.join()).as("no longer than it takes").hasToString("two (proven-read)");
    }

    private static RouteFixture waiting(Duration wait) {
        RouteFixture waiting = new RouteFixture(RouteFixture.options(wait));
        waiting.allAt(100);
        waiting.router.wroteUpTo(waiting.reader, 110);
        return waiting;
    }

    @Test
    @DisplayName("T39: so many reads are diverted to the primary, and no more; writes are not held up by them")
    void onlySoManyReadsAreDiverted() {
        it.primaryAt(100);
        Placement first = new Placement();
        it.router.place(first, Reason.PROVEN_READ, it.reader, 0);
        assertThat(place(ReadLevel.READ_YOUR_WRITES)).hasToString("primary (no-replica)");
        assertThat(place(ReadLevel.READ_YOUR_WRITES))
                .as("two are there already")
                .isNull();
        assertThat(it.router.onPrimary(new Placement(), it.reader, Reason.NOT_READ_ONLY))
                .isNotNull();
        it.router.ended(first);
        assertThat(place(ReadLevel.MONOTONIC)).hasToString("primary (no-replica)");
    }

    @Test
    @DisplayName(
            "T40: a read that may be old goes to the replica that is least behind then; one that may not is turned away")
    void panicIsForThoseWhoMayReadWhatIsOld() {
        it.allAt(100);
        it.replayed(it.one, 900);
        it.primaryAt(9000);
        it.replayed(it.two, 200);
        it.replayed(it.one, 900);
        for (int i = 0; i < 2; i++) {
            assertThat(place(ReadLevel.EVENTUAL)).hasToString("primary (lag)");
        }
        assertThat(place(ReadLevel.EVENTUAL)).hasToString("one (shed)");
        assertThat(place(ReadLevel.READ_YOUR_WRITES)).isNull();
        it.replayed(it.one, 9000);
        assertThat(place(ReadLevel.READ_YOUR_WRITES)).hasToString("one (proven-read)");
    }

    @Test
    @DisplayName(
            "T40: a replica that has failed is back when its poller has reached it, and not for being the last one")
    void aFailedReplicaIsNotTakenForWantOfABetterOne() {
        it.allAt(100);
        it.router.failed(it.one, Failure.UNAVAILABLE);
        it.router.failed(it.two, Failure.UNAVAILABLE);
        for (int i = 0; i < 2; i++) {
            assertThat(place(ReadLevel.EVENTUAL)).hasToString("primary (no-replica)");
        }
        assertThat(place(ReadLevel.EVENTUAL)).isNull();
        it.now += 1_000_000_000L;
        it.replayed(it.two, 100);
        assertThat(place(ReadLevel.EVENTUAL)).hasToString("two (proven-read)");
    }

    @Test
    @DisplayName("T43: a reader is held on the primary until its write is replayed, however long that takes")
    void noTimeEndsAPin() {
        it.allAt(100);
        it.router.wroteUpTo(it.reader, 110);
        for (int i = 0; i < 3; i++) {
            it.now += LONG.toNanos();
            it.primaryAt(110);
            it.replayed(it.one, 100);
            assertThat(it.read()).hasToString("primary (pinned-position)");
        }
        it.replayed(it.one, 110);
        assertThat(it.read()).hasToString("one (proven-read)");
    }

    @Test
    @DisplayName("T42: how long readers are held, and the share of reads that replicas get, is counted")
    void pinsAreCounted() {
        it.allAt(100);
        it.router.wrote(it.reader, true);
        it.read();
        it.allAt(110);
        it.read();
        RouteStatistics statistics = it.router.statistics();
        assertThat(statistics.replicaShare()).isEqualTo(0.5);
        assertThat(statistics.releases().count()).isOne();
        assertThat(statistics.nodes().get(0).units()).containsEntry(Reason.PINNED_UNRESOLVED, 1L);
    }

    @Test
    @DisplayName("T55: of two nodes that take writes the one on the later timeline is used, and the other named")
    void aResurrectedPrimaryIsNotUsed() {
        it.allAt(100);
        it.primary(it.one, 2, 100, 100);
        it.primaryAt(500);
        assertThat(written()).hasToString("one");
        assertThat(it.router.statistics().nodes())
                .extracting(RouteStatistics.NodeStatistics::role)
                .startsWith(RouteStatistics.Role.UNUSED, RouteStatistics.Role.PRIMARY);
        it.primary(it.two, 2, 900, 0);
        assertThat(written()).as("of one timeline: who was there before").hasToString("one");
    }

    @Test
    @DisplayName("T56: after a promotion writes go to the new primary, and no read to who follows the old one")
    void aPromotionMakesEverythingBeforeItInvalid() {
        it.allAt(100);
        assertThat(it.read().replica()).isTrue();
        it.primary(it.one, 2, 100, 100);
        assertThat(written()).hasToString("one");
        Reader reader = Router.newReader();
        assertThat(it.read(reader)).hasToString("one (epoch-change)");
        it.replayed(it.two, 1, 1, 5000);
        assertThat(it.read(reader)).hasToString("one (epoch-change)");
        it.replayed(it.two, 2, 1, 100);
        assertThat(it.read(reader)).hasToString("two (proven-read)");
    }

    private Node written() {
        RouteDecision decision = it.router.onPrimary(new Placement(), Router.newReader(), Reason.NOT_READ_ONLY);
        assertThat(decision).isNotNull();
        return decision.node();
    }

    @Test
    @DisplayName("T60: a position that no server will ever reach, as after a restore, holds nobody for ever")
    void aPositionThatIsNeverReachedIsGivenUp() {
        it.allAt(100);
        it.router.wroteUpTo(it.reader, 1_000_000);
        assertThat(it.read().replica()).isFalse();
        it.allAt(120);
        assertThat(it.read().replica()).isTrue();
        assertThat(List.of(it.one, it.two)).contains(it.read().node());
    }
}
