package dev.plimsoll.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouterTest {
    private final RouteFixture it = new RouteFixture();

    @Test
    void aReaderThatHasWrittenReadsOnThePrimaryUntilAReplicaHasReplayedThat() {
        it.allAt(100);
        it.router.wrote(it.reader, true);
        assertThat(it.read()).hasToString("primary (pinned-unresolved)");
        it.primaryAt(110);
        assertThat(it.read()).hasToString("primary (pinned-position)");
        it.replayed(it.two, 110);
        assertThat(it.read()).hasToString("two (proven-read)");
        assertThat(it.router.statistics().releases().count()).isOne();
    }

    // T66
    @Test
    void whatEveryReplicaHadReachedIsNotForgottenWhenOneReplaysOnceMore() {
        it.allAt(100);
        it.router.wrote(it.reader, true);
        it.allAt(110);
        it.read();
        it.replayed(it.one, 1, 2, 105);
        it.replayed(it.two, 1, 2, 105);
        assertThat(it.read().replica()).isFalse();
        assertThat(it.read(Router.newReader()).reason()).isEqualTo(Reason.PINNED_POSITION);
        it.replayed(it.two, 1, 2, 110);
        assertThat(it.read(Router.newReader()).node()).isEqualTo(it.two);
    }

    @Test
    void aReplicaThatHasRestartedIsReadAgain() {
        it.allAt(100);
        assertThat(it.read().node()).isEqualTo(it.one);
        it.replayed(it.one, 1, 2, 100);
        assertThat(it.read().replica()).isFalse();
        it.allAt(100);
        it.replayed(it.one, 1, 2, 100);
        assertThat(it.read().replica()).isTrue();
    }

    @Test
    void aReadWithoutPromisesDoesNotMoveTheReader() {
        it.allAt(100);
        it.replayed(it.one, 200);
        it.primaryAt(200);
        assertThat(it.read().node()).isEqualTo(it.one);
        try (ReadHint eventual = ReadHint.begin(ReadLevel.EVENTUAL)) {
            assertThat(eventual).isNotNull();
            Placement placement = new Placement();
            it.router.place(placement, Reason.PROVEN_READ, it.reader, 1 << it.one.index());
            assertThat(placement.decision()).hasToString("two (proven-read)");
            it.router.ended(placement);
        }
        assertThat(it.read().node()).isEqualTo(it.one);
    }

    @Test
    void aHintOfMonotonicCountsForTheReadOnThePrimary() {
        it.allAt(100);
        try (ReadHint hint = ReadHint.begin(ReadLevel.MONOTONIC)) {
            assertThat(hint).isNotNull();
            Placement placement = new Placement();
            it.router.onPrimary(placement, it.reader, Reason.NOT_READ_ONLY);
            it.router.ended(placement);
        }
        assertThat(it.read().reason()).isEqualTo(Reason.PINNED_UNRESOLVED);
    }

    @Test
    void aCommitInDoubtMayHaveHappenedAtTheEndOfItsWindow() {
        it.allAt(100);
        it.router.inDoubt(it.reader);
        it.allAt(110);
        assertThat(it.read().reason()).isEqualTo(Reason.PINNED_WINDOW);
        it.now += 1_000_000_000L;
        assertThat(it.read().reason()).isEqualTo(Reason.PINNED_UNRESOLVED);
        it.allAt(120);
        assertThat(it.read().replica()).isTrue();
    }

    // T60
    @Test
    void aBookmarkOfAClusterThatIsGoneDemandsNothing() {
        it.primary(it.primary, 5, 100, 0);
        it.router.wroteUpTo(it.reader, 100);
        it.now++;
        it.router.observed(it.primary, new PrimarySample(it.now, it.now, new Epoch(77, 1), 9, 10, 10, 0));
        it.router.observed(it.one, new StandbySample(it.now, it.now, new Epoch(77, 1), 9, 10, 0, false));
        assertThat(it.read().node()).isEqualTo(it.one);
    }

    // T67
    @Test
    void aLossyPromotionIsTold() {
        it.allAt(100);
        it.primary(it.one, 2, 90, 90);
        assertThat(it.router.statistics().suspectedLosses()).isOne();
        assertThat(it.router.statistics().epochChanges()).isOne();
        assertThat(it.read().reason()).as("no replica follows yet").isEqualTo(Reason.EPOCH_CHANGE);
    }

    @Test
    void aWriteThatADeposedPrimaryAcknowledgesIsTold() {
        it.allAt(100);
        Placement placement = new Placement();
        it.router.onPrimary(placement, it.reader, Reason.NOT_READ_ONLY);
        it.primary(it.one, 2, 100, 100);
        long before = it.router.statistics().suspectedLosses();
        it.router.wrote(placement, true);
        assertThat(it.router.statistics().suspectedLosses()).isEqualTo(before + 1);
    }

    @Test
    void theConfiguredPrimaryTurnsOutToBeFarBehindTheOneThatLeads() {
        it.replayed(it.two, 2, 1, 100);
        it.primary(it.one, 2, 9000, 100);

        it.replayed(it.primary, 2, 1, 100);

        assertThat(it.read().node()).isEqualTo(it.one);
    }

    @Test
    void aWriteThatADeposedPrimaryAcknowledgesIsToldEvenWhileNobodyLeads() {
        it.allAt(100);
        Placement placement = new Placement();
        it.router.onPrimary(placement, it.reader, Reason.NOT_READ_ONLY);
        it.primary(it.one, 2, 100, 100);
        it.replayed(it.one, 2, 2, 100);
        long before = it.router.statistics().suspectedLosses();
        it.router.wrote(placement, true);
        assertThat(it.router.statistics().suspectedLosses()).isEqualTo(before + 1);
    }

    @Test
    void aReplicaThatIsPromotedWhileItIsReadMayShowWhatIsNotFlushed() {
        it.allAt(100);
        Placement placement = new Placement();
        RouteDecision decision = it.router.place(placement, Reason.PROVEN_READ, it.reader, 0);
        Node promoted = decision == null ? it.primary : decision.node();
        it.primary(promoted, 2, 100, 100);
        it.router.ended(placement);
        Node other = promoted.equals(it.one) ? it.two : it.one;
        it.replayed(other, 2, 1, 100);
        it.now++;
        it.router.observed(
                promoted, new PrimarySample(it.now, it.now, new Epoch(RouteFixture.CLUSTER, 2), 1, 100, 120, 100));
        assertThat(it.read().node()).isEqualTo(promoted);
        it.replayed(other, 2, 1, 120);
        it.primary(promoted, 2, 120, 100);
        assertThat(it.read().node()).isEqualTo(other);
    }

    @Test
    void aUnitThatIsPlacedAnewGivesItsPlaceBack() {
        it.primaryAt(100);
        Placement placement = new Placement();
        for (int i = 0; i < 5; i++) {
            assertThat(it.router.place(placement, Reason.PROVEN_READ, it.reader, 0))
                    .isNotNull();
        }
        it.router.ended(placement);
        it.router.ended(placement);
        assertThat(it.router.statistics().freePlaces()).isEqualTo(2);
    }

    @Test
    void withoutPositionsAStrongReadIsOnThePrimaryAndAWriteHasAWindow() {
        it.router.wrote(it.reader, true);
        Epoch none = new Epoch(0, 0);
        it.now++;
        it.router.observed(it.primary, new PrimarySample(it.now, it.now, none, 0, 0, 0, 0));
        it.router.observed(it.one, new StandbySample(it.now, it.now, none, 0, Long.MAX_VALUE, 0, false));
        assertThat(it.router.guarantee()).isEqualTo(Guarantee.WINDOW);
        assertThat(it.read().reason()).isEqualTo(Reason.PINNED_WINDOW);
        it.now += 1_000_000_000L;
        assertThat(it.read().replica()).isTrue();
        try (ReadHint strong = ReadHint.begin(ReadLevel.STRONG_READ)) {
            assertThat(strong).isNotNull();
            assertThat(it.read().replica()).isFalse();
        }
    }

    // T33
    @Test
    void statisticsTellOfEachNode() {
        it.primaryAt(100);
        it.replayed(it.one, 90);
        it.read();
        RouteStatistics statistics = it.router.statistics();
        assertThat(statistics.replicaShare()).isEqualTo(1);
        assertThat(statistics.nodes())
                .extracting(RouteStatistics.NodeStatistics::role)
                .containsExactly(
                        RouteStatistics.Role.PRIMARY, RouteStatistics.Role.STANDBY, RouteStatistics.Role.UNUSED);
        assertThat(statistics.nodes().get(1).behindBytes()).isEqualTo(10);
        assertThat(statistics.nodes().get(1).units()).containsOnlyKeys(Reason.PROVEN_READ);
        assertThat(statistics.nodes().get(2).breakerOpen()).isTrue();
    }
}
