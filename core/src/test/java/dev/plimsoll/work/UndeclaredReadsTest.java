package dev.plimsoll.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sql.AccessClass;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.ObservedStatement.Undeclared;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which executions count as reads that the primary need not have had. */
class UndeclaredReadsTest {
    private static final String READ = "select * from orders where id = 7";
    private static final String WRITE = "update account set balance = 1";
    private static final ObservedRouting SEEN = new ObservedRouting(40, 3, 2, 1);

    private final Observation seen = new Observation();
    private final Session session = seen.session();

    @AfterEach
    void close() {
        seen.close();
    }

    private void routed() {
        seen.recorder.routing(() -> SEEN, facts -> facts.access() == AccessClass.READ);
        seen.place = Place.PRIMARY_UNDECLARED;
    }

    private void transaction(String... texts) {
        session.autoCommit(false, 0);
        for (String text : texts) {
            seen.execute(session, text);
        }
        session.committed(session.committing());
        session.autoCommit(true, 0);
    }

    private ObservedUnit unit(Runnable task) {
        try (UnitOfWork unit = UnitOfWork.begin("request")) {
            assertThat(unit.session()).isNull();
            task.run();
        }
        return seen.units.get(seen.units.size() - 1);
    }

    private static Undeclared reads(ObservedUnit unit) {
        return unit.statements().stream()
                .filter(statement -> statement.facts().access() == AccessClass.READ)
                .findFirst()
                .orElseThrow()
                .undeclared();
    }

    private void assertSilent(ObservedUnit unit) {
        assertThat(unit.statements()).extracting(ObservedStatement::undeclared).containsOnly(Undeclared.NONE);
        assertThat(unit.routing()).isEmpty();
    }

    @Test
    void aTransactionThatOnlyReadCounts() {
        routed();
        ObservedUnit unit = unit(() -> transaction(READ, READ));
        assertThat(reads(unit)).isEqualTo(new Undeclared(1, 0, 2_000, 1_000));
        assertThat(unit.routing()).contains(SEEN);
        assertThat(seen.recorder.undeclaredReads()).isEqualTo(1);
    }

    @Test
    void aTransactionWithoutAnOwnerCountsToo() {
        routed();
        transaction(READ);
        assertThat(reads(seen.only())).isEqualTo(new Undeclared(1, 0, 1_000, 1_000));
    }

    @Test
    void theTimesOfSeveralTransactionsAddUp() {
        routed();
        ObservedUnit unit = unit(() -> {
            transaction(READ);
            session.autoCommit(false, 0);
            seen.execute(session, READ, 300);
            seen.execute(session, READ, 200);
            session.rolledBack();
        });
        assertThat(reads(unit)).isEqualTo(new Undeclared(2, 0, 501_000, 300_000));
    }

    @Test
    void oneOfSeveralStatementsIsEnoughToNeedThePrimary() {
        routed();
        assertSilent(unit(() -> transaction(READ, WRITE)));
        assertSilent(unit(() -> transaction(READ, "select * from orders where id = 7 for update")));
        assertSilent(unit(() -> transaction(READ, "select nextval('ids')")));
        assertSilent(unit(() -> transaction(READ, "set local work_mem = '1GB'")));
        assertThat(seen.recorder.undeclaredReads()).isZero();
    }

    @Test
    void aWriteThatFailedNeedsItToo() {
        routed();
        assertSilent(unit(() -> {
            session.autoCommit(false, 0);
            seen.execute(session, READ);
            SqlFacts write = seen.recorder.facts(WRITE);
            session.failed(write, session.started(write));
            session.rolledBack();
        }));
    }

    @Test
    void aBatchNeedsItToo() {
        routed();
        assertSilent(unit(() -> {
            session.autoCommit(false, 0);
            seen.execute(session, READ);
            SqlFacts write = seen.recorder.facts(WRITE);
            session.executedBatch(write, 5, session.started(write), null);
            session.rolledBack();
        }));
    }

    @Test
    void aTransactionThatWasDeclaredDoesNotCount() {
        routed();
        seen.place = Place.REPLICA;
        assertSilent(unit(() -> transaction(READ)));
        seen.place = Place.PRIMARY_BY_NEED;
        assertSilent(unit(() -> transaction(READ)));
    }

    @Test
    void whatOnlyTheCatalogKnowsToWriteDoesNotCount() {
        seen.recorder.routing(() -> SEEN, facts -> false);
        seen.place = Place.PRIMARY_UNDECLARED;
        assertSilent(unit(() -> transaction(READ)));
    }

    @Test
    void readsAfterAWriteOfTheSameUnitDoNotCount() {
        routed();
        ObservedUnit unit = unit(() -> {
            transaction(READ);
            transaction(WRITE);
            transaction(READ, READ);
        });
        assertThat(reads(unit)).isEqualTo(new Undeclared(1, 0, 1_000, 1_000));
        assertThat(reads(unit(() -> transaction(READ))).units())
                .as("the next unit")
                .isEqualTo(1);
    }

    @Test
    void aReadInAutocommitCountsByItself() {
        routed();
        ObservedUnit unit = unit(() -> {
            seen.execute(session, READ, 4);
            seen.execute(session, READ);
        });
        assertThat(reads(unit)).isEqualTo(new Undeclared(0, 2, 5_000, 4_000));
        assertThat(seen.recorder.undeclaredReads()).isEqualTo(2);
    }

    @Test
    void beginningsAndEndsInSqlSayNothing() {
        routed();
        ObservedUnit unit = unit(() -> {
            seen.execute(session, "begin");
            seen.execute(session, "savepoint here");
            seen.execute(session, READ);
            seen.execute(session, "commit");
        });
        assertThat(reads(unit).transactions()).isEqualTo(1);
    }

    @Test
    void whoBeginsATransactionReadWriteHasDeclaredIt() {
        routed();
        assertSilent(unit(() -> {
            seen.execute(session, "begin read write");
            seen.execute(session, READ);
            seen.execute(session, "commit");
        }));
    }

    @Test
    void aTransactionWithoutWorkDoesNotCount() {
        routed();
        transaction("select 1");
        assertThat(seen.recorder.undeclaredReads()).isZero();
    }

    @Test
    void whatIsExecutedSilentlyDoesNotCount() {
        routed();
        UnitOfWork.silently(() -> transaction(READ));
        assertThat(seen.recorder.undeclaredReads()).isZero();
    }

    @Test
    void withoutReplicasNothingIsAsked() {
        seen.place = Place.PRIMARY_UNDECLARED;
        assertSilent(unit(() -> transaction(READ)));
        assertThat(seen.recorder.undeclaredReads()).isZero();
    }

    @Test
    void plainUnitsAreShownNowAndThen() {
        routed();
        seen.wantsPlainUnits = false;
        for (int i = 0; i < 128; i++) {
            transaction(READ);
        }
        assertThat(seen.units)
                .hasSize(2)
                .allSatisfy(unit -> assertThat(unit.routing()).contains(SEEN));
    }

    @Test
    void whoCannotSayWhatWasRoutedDoesNoHarm() {
        seen.recorder.routing(
                () -> {
                    throw new IllegalStateException("closed");
                },
                facts -> true);
        seen.place = Place.PRIMARY_UNDECLARED;
        ObservedUnit unit = unit(() -> transaction(READ));
        assertThat(reads(unit).transactions()).isEqualTo(1);
        assertThat(unit.routing()).isEqualTo(Optional.empty());
    }
}
