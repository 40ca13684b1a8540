package dev.plimsoll.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which units are shown to a listener that wants no plain ones. */
class AttentionTest {
    private final Observation seen = new Observation(AttentionTest.class);
    private final Session session = seen.session();
    private final long micros = TimeUnit.NANOSECONDS.toMicros(seen.attention().executionNanos());
    private final long slowMicros =
            TimeUnit.NANOSECONDS.toMicros(seen.attention().slowNanos());
    private final long rows = seen.attention().rows();

    @BeforeEach
    void plainUnitsAreNotWanted() {
        seen.wantsPlainUnits = false;
    }

    @AfterEach
    void close() {
        seen.close();
        assertThat(UnitOfWork.current()).isNull();
    }

    private static void unit(Runnable task) {
        try (UnitOfWork unit = UnitOfWork.begin("unit")) {
            task.run();
            assertThat(unit.hasEnded()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from t where id = 1; select * from t where id = 2",
                "select * from t limit 10",
                "select * from t order by id limit 10 offset 20",
                "select * from t where id in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)",
                "set schema other; select * from t"
            })
    void aUnitIsShownIfADetectorMayHaveSomethingToSayOfIt(String texts) {
        unit(() -> List.of(texts.split("; ")).forEach(sql -> seen.execute(session, sql)));
        assertThat(seen.units).hasSize(1);
    }

    @Test
    void aUnitOfSingleQuickStatementsIsNotShown() {
        unit(() -> {
            for (String table : List.of("customer", "harbour", "orders", "widget")) {
                seen.execute(session, "select name from " + table, slowMicros - 1);
            }
        });
        assertThat(seen.units).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1"})
    void aUnitIsShownFromSoManySlowStatementsOn(int slow, int shown) {
        unit(() -> {
            for (int i = 0; i < slow; i++) {
                seen.execute(session, "select name from t" + i, slowMicros);
            }
        });
        assertThat(seen.units).hasSize(shown);
    }

    @Test
    void slowStatementsOfOneUnitAreNotAddedToThoseOfTheNext() {
        for (int i = 0; i < 3; i++) {
            unit(() -> seen.execute(session, "select name from customer", slowMicros));
        }
        assertThat(seen.units).isEmpty();
    }

    @Test
    void ofSlowStatementsOneASecondIsLookedUp() {
        unit(() -> {
            for (int i = 0; i < 5; i++) {
                seen.execute(session, "select name from t" + i, TimeUnit.MILLISECONDS.toMicros(400));
            }
        });
        assertThat(seen.only().statements())
                .extracting(statement -> statement.callSite().isPresent())
                .as("end after 400, 800, 1200, 1600, 2000 ms")
                .containsExactly(true, false, false, true, false);
    }

    @Test
    void aUnitWithOneVerySlowStatementIsShownWithItsPlace() {
        unit(() -> seen.execute(session, "select name from customer where id = 1", micros));
        assertLocated();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 1"})
    void aUnitIsShownFromSoManyRowsOfOneResultOn(int more, int shown) {
        unit(() -> read(rows + more));
        assertThat(seen.units).hasSize(shown);
    }

    @Test
    void whoReadsManyRowsIsShownWithThePlace() {
        unit(() -> read(rows));
        assertLocated();
    }

    private void read(long count) {
        Objects.requireNonNull(seen.execute(session, "select name from customer where harbour = 'Leith'"))
                .rowsRead(count);
    }

    private void assertLocated() {
        assertThat(seen.only().statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.callSite()).isPresent());
    }
}
