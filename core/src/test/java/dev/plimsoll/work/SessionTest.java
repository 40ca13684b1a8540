package dev.plimsoll.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.ObservedTransaction.State;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Observation seen = new Observation();
    private final Session session = seen.session();

    @AfterEach
    void close() {
        seen.close();
    }

    private void execute(String sql) {
        seen.execute(session, sql);
    }

    private ObservedTransaction awaitLook() {
        await().untilAsserted(() -> assertThat(seen.transactions).isNotEmpty());
        return seen.transactions.get(seen.transactions.size() - 1);
    }

    @Test
    void aTransactionIsSeenIdleWhileItIsOpen() {
        session.autoCommit(false, 0);
        execute("update account set balance = 1");
        seen.pass(8, TimeUnit.SECONDS);
        ObservedTransaction look = awaitLook();
        assertThat(look.state()).isEqualTo(State.IDLE);
        assertThat(look.idleNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(8));
        assertThat(look.writtenTables()).containsExactly("account");
        assertThat(look.lastShape()).isEqualTo("update account set balance = ?");
        assertThat(look.thread()).isEqualTo(Thread.currentThread().getName());
        session.committed(session.committing());
    }

    @Test
    void aTransactionWhoseStatementRunsIsNotIdle() {
        session.autoCommit(false, 0);
        SqlFacts facts = seen.recorder.facts("select * from report");
        long startedAt = session.started(facts);
        seen.pass(8, TimeUnit.SECONDS);
        ObservedTransaction look = awaitLook();
        assertThat(look.state()).isEqualTo(State.EXECUTING);
        assertThat(look.idleNanos()).isZero();
        session.executed(facts, null, startedAt, null);
        session.rolledBack();
    }

    @Test
    void aTransactionBeginsAtTheFirstStatementAndNotBefore() {
        session.autoCommit(false, 0);
        seen.pass(8, TimeUnit.SECONDS);
        execute("update account set balance = 1");
        seen.pass(2, TimeUnit.SECONDS);
        assertThat(awaitLook().ageNanos()).isLessThan(TimeUnit.SECONDS.toNanos(3));
        session.rolledBack();
    }

    @Test
    void afterCommitTheNextStatementBeginsAnotherTransaction() {
        session.autoCommit(false, 0);
        execute("update account set balance = 1");
        session.committed(session.committing());
        assertThat(session.committing()).as("none is open").isZero();
        execute("update account set balance = 2");
        assertThat(session.committing()).isPositive();
        session.committed(session.committing());
        assertThat(seen.units).hasSize(2);
    }

    @Test
    void turningAutocommitOnCommits() {
        session.autoCommit(false, 0);
        execute("insert into t values (1)");
        session.autoCommit(true, session.committing());
        assertThat(seen.only().statements().get(0).transactions().committed()).isEqualTo(1);
    }

    @Test
    void transactionsInSqlAreFollowed() {
        execute("begin");
        execute("insert into t values (1)");
        execute("commit");
        execute("insert into t values (2)");
        seen.close();
        assertThat(seen.units).hasSize(2);
        assertThat(seen.units.get(0).statements().get(0).transactions().committed())
                .isEqualTo(1);
        assertThat(seen.units.get(1).statements().get(0).transactions().autocommitted())
                .isEqualTo(1);
    }

    @Test
    void definingDataCommitsOnH2() {
        session.autoCommit(false, 0);
        execute("create local temporary table scratch(id int)");
        assertThat(session.committing()).as("still open").isPositive();
        execute("create table account(id int)");
        assertThat(session.committing()).as("none is open").isZero();
    }

    @Test
    void aConnectionClosedInATransactionLeavesItOpen() {
        session.autoCommit(false, 0);
        execute("select * from account");
        session.closed();
        session.closed();
        assertThat(seen.transactions).singleElement().satisfies(left -> {
            assertThat(left.state()).isEqualTo(State.LEFT_OPEN);
            assertThat(left.writtenTables()).isEmpty();
        });
    }

    @Test
    void readingRowsIsNotIdling() {
        session.autoCommit(false, 0);
        execute("select * from orders");
        seen.pass(5, TimeUnit.SECONDS);
        seen.read(1);
        assertThat(awaitLook().ageNanos()).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(5));
        await().untilAsserted(() -> assertThat(awaitLook().idleNanos()).isZero());
        session.rolledBack();
    }

    @Test
    void rolledBackExecutionsAreToldApart() {
        try (UnitOfWork unit = UnitOfWork.begin("retried")) {
            session.autoCommit(false, 0);
            for (int attempt = 0; attempt < 3; attempt++) {
                execute("select * from account where id = 1");
                if (attempt < 2) {
                    session.rolledBack();
                }
            }
            session.committed(session.committing());
            assertThat(unit.name()).isNotEmpty();
        }
        ObservedStatement statement = seen.only().statements().get(0);
        assertThat(statement.executions()).isEqualTo(3);
        assertThat(statement.transactions().rolledBack()).isEqualTo(2);
        assertThat(statement.transactions().mostInRollback()).isEqualTo(1);
    }

    @Test
    void validationQueriesAreNotWork() {
        try (UnitOfWork unit = UnitOfWork.begin("validated")) {
            execute("select 1");
            execute("select * from t");
            assertThat(unit.name()).isNotEmpty();
        }
        assertThat(seen.only().statements()).hasSize(1);
    }
}
