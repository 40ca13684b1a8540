package dev.plimsoll.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest {
    private final Observation seen = new Observation();
    private final Session session = seen.session();

    @AfterEach
    void nothingIsLeftOnThisThread() {
        seen.close();
        assertThat(UnitOfWork.current()).isNull();
    }

    private void execute(String sql) {
        seen.execute(session, sql);
    }

    @Test
    void aUnitHoldsWhatIsExecutedUntilItsEnd() throws Exception {
        String result = UnitOfWork.run("GET /orders", () -> {
            execute("select * from orders where id = 1");
            execute("select * from orders where id = 2");
            return "done";
        });
        assertThat(result).isEqualTo("done");
        ObservedUnit unit = seen.only();
        assertThat(unit.name()).isEqualTo("GET /orders");
        assertThat(unit.owned()).isTrue();
        assertThat(unit.finished()).isTrue();
        assertThat(unit.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.executions()).isEqualTo(2);
            assertThat(statement.values().distinct()).isEqualTo(2);
            assertThat(statement.elapsedNanos()).isEqualTo(2_000);
        });
    }

    @Test
    void aStatementBelongsToTheInnermostUnit() {
        try (UnitOfWork outer = UnitOfWork.begin("outer")) {
            execute("select a from t");
            try (UnitOfWork inner = UnitOfWork.begin("inner")) {
                execute("select b from t");
                assertThat(inner.name()).isEqualTo("inner");
            }
            execute("select c from t");
            assertThat(outer.name()).isEqualTo("outer");
        }
        assertThat(seen.units).extracting(ObservedUnit::name).containsExactly("inner", "outer");
        assertThat(shapes(seen.units.get(1))).containsExactly("select a from t", "select c from t");
    }

    @Test
    void unitsMayBeEndedInAnyOrderAndTwice() {
        UnitOfWork outer = UnitOfWork.begin("outer");
        UnitOfWork inner = UnitOfWork.begin("inner");
        outer.close();
        execute("select a from t");
        inner.close();
        inner.close();
        assertThat(seen.only().name()).isEqualTo("inner");
    }

    @Test
    void aUnitInWhichNothingIsExecutedIsNotShown() {
        UnitOfWork.begin("empty").close();
        assertThat(seen.units).isEmpty();
    }

    @Test
    void aWrappedTaskBelongsToTheUnitOnAnyThread() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (UnitOfWork unit = UnitOfWork.begin("parallel")) {
            List<Callable<Integer>> tasks = IntStream.range(0, 40)
                    .mapToObj(i -> unit.wrap(() -> {
                        seen.execute(seen.session(), "select x from t where id = " + i);
                        return i;
                    }))
                    .toList();
            threads.invokeAll(tasks);
            Runnable last = () -> seen.execute(seen.session(), "select x from t where id = 40");
            threads.submit(unit.wrap(last)).get();
        } finally {
            threads.shutdown();
        }
        assertThat(seen.only().statements().stream()
                        .mapToLong(ObservedStatement::executions)
                        .sum())
                .isEqualTo(41);
    }

    @Test
    void aWrappedTaskThatRunsAfterTheEndIsNotLost() {
        UnitOfWork unit = UnitOfWork.begin("short");
        Runnable late = unit.wrap(() -> execute("select a from t"));
        unit.close();
        late.run();
        seen.close();
        assertThat(seen.only().owned()).isFalse();
    }

    @Test
    void aUnitThatIsNamedAnewIsShownByTheNewName() {
        try (UnitOfWork unit = UnitOfWork.begin("GET /orders/17")) {
            execute("select a from t");
            unit.rename("GET /orders/{id}");
            execute("select b from t");
            assertThat(unit.name()).isEqualTo("GET /orders/{id}");
        }
        assertThat(seen.only().name()).isEqualTo("GET /orders/{id}");
        assertThat(seen.only().statements()).hasSize(2);
    }

    @Test
    void aUnitThatIsNamedAnewBeforeItsFirstStatementIsShownByTheNewName() {
        try (UnitOfWork unit = UnitOfWork.begin("GET /orders/17")) {
            unit.rename("GET /orders/{id}");
            execute("select a from t");
        }
        assertThat(seen.only().name()).isEqualTo("GET /orders/{id}");
    }

    @Test
    void aUnitThatIsNamedAnewAfterItsEndIsNotShownAgain() {
        UnitOfWork unit = UnitOfWork.begin("GET /orders/17");
        execute("select a from t");
        unit.close();
        unit.rename("GET /orders/{id}");
        assertThat(seen.only().name()).isEqualTo("GET /orders/17");
    }

    @Test
    void exchangingTakesAUnitToAThreadAndBack() {
        UnitOfWork unit = UnitOfWork.begin("carried");
        UnitOfWork other = UnitOfWork.begin("other");
        UnitOfWork before = UnitOfWork.exchange(unit);
        execute("select a from t");
        assertThat(UnitOfWork.exchange(before)).isSameAs(unit);
        assertThat(UnitOfWork.current()).isSameAs(other);
        other.close();
        unit.close();
        assertThat(seen.only().name()).isEqualTo("carried");
    }

    @Test
    void anEndedUnitThatIsMadeCurrentIsNotTheCurrentOne() {
        UnitOfWork unit = UnitOfWork.begin("ended");
        assertThat(unit.hasEnded()).isFalse();
        unit.close();
        assertThat(unit.hasEnded()).isTrue();
        UnitOfWork before = UnitOfWork.exchange(unit);
        assertThat(UnitOfWork.current()).isNull();
        UnitOfWork.exchange(before);
    }

    @Test
    void contextPropagationCarriesTheUnit() throws Exception {
        ContextRegistry registry = new ContextRegistry().loadThreadLocalAccessors();
        ContextSnapshotFactory snapshots =
                ContextSnapshotFactory.builder().contextRegistry(registry).build();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (UnitOfWork unit = UnitOfWork.begin("observed")) {
            Runnable task = snapshots.captureAll().wrap(() -> execute("select a from t"));
            thread.submit(task).get();
            assertThat(unit.name()).isEqualTo("observed");
        } finally {
            thread.shutdown();
        }
        assertThat(seen.only().name()).isEqualTo("observed");
    }

    @Test
    void nothingIsRecordedSilently() {
        UnitOfWork.silently(() -> execute("select a from t"));
        seen.close();
        assertThat(seen.units).isEmpty();
    }

    @Test
    void withoutAnOwnerTheTransactionIsTheUnit() {
        session.autoCommit(false, 0);
        for (int i = 0; i < 2; i++) {
            execute("update t set a = 1");
            execute("update t set b = 1");
            session.committed(session.committing());
        }
        assertThat(seen.units).hasSize(2).allSatisfy(unit -> {
            assertThat(unit.owned()).isFalse();
            assertThat(unit.transactions()).isEqualTo(1);
            assertThat(shapes(unit)).containsExactly("update t set a = ?", "update t set b = ?");
        });
    }

    @Test
    void withoutAnOwnerAutocommitStatementsAreAUnitUntilTheThreadIsQuiet() {
        execute("select a from t");
        seen.pass(900, TimeUnit.MILLISECONDS);
        execute("select b from t");
        seen.pass(1_100, TimeUnit.MILLISECONDS);
        execute("select c from t");
        await().untilAsserted(() -> assertThat(seen.units).hasSize(1));
        assertThat(shapes(seen.units.get(0))).containsExactly("select a from t", "select b from t");
    }

    @Test
    void theSweeperEndsTheUnitOfAThreadThatDoesNotComeBack() {
        execute("select a from t");
        seen.pass(2, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(shapes(seen.only())).containsExactly("select a from t"));
    }

    @Test
    void aUnitThatRunsOnIsLookedAtEveryThousandExecutions() {
        try (UnitOfWork unit = UnitOfWork.begin("long job")) {
            for (int i = 0; i < 2_500; i++) {
                execute("select a from t where id = " + i);
            }
            assertThat(unit.name()).isEqualTo("long job");
            assertThat(seen.units).hasSize(2).noneMatch(ObservedUnit::finished);
        }
        assertThat(seen.units.get(2).statements().get(0).executions()).isEqualTo(2_500);
    }

    @Test
    void aUnitKeepsSoManyDifferentStatementsApartAndCountsTheRest() {
        try (UnitOfWork unit = UnitOfWork.begin("generated names")) {
            for (int i = 0; i < 5_000; i++) {
                execute("select a from t" + i);
            }
            assertThat(unit.name()).isNotEmpty();
        }
        ObservedUnit last = seen.units.get(seen.units.size() - 1);
        assertThat(last.statements()).hasSize(4_096);
        assertThat(last.dropped()).isEqualTo(5_000 - 4_096);
    }

    @Test
    void statementsOfDifferentSchemasAreKeptApart() {
        try (UnitOfWork unit = UnitOfWork.begin("tenants")) {
            execute("set schema a");
            execute("select count(*) from t");
            session.schema("b");
            execute("select count(*) from t");
            assertThat(unit.name()).isNotEmpty();
        }
        assertThat(seen.only().statements())
                .extracting(ObservedStatement::schema)
                .containsExactly("a", "b");
    }

    private static List<String> shapes(ObservedUnit unit) {
        return unit.statements().stream()
                .map(statement -> statement.facts().shape())
                .toList();
    }
}
