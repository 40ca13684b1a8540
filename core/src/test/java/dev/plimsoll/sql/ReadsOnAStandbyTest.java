package dev.plimsoll.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.postgres.CatalogReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is proven to be a read is run on a real standby: it must answer as the primary does, and leave nothing behind. */
class ReadsOnAStandbyTest {
    private static final List<Fixture.Case> CASES =
            Fixture.load("standby").stream().flatMap(Fixture::cases).toList();

    private static StandbyStage stage;
    private static Catalog catalog;

    @BeforeAll
    static void start() throws SQLException, IOException {
        stage = new StandbyStage();
        catalog = stage.catalog();
    }

    @AfterAll
    static void stop() {
        if (stage == null) {
            return;
        }
        try {
            await().until(() -> stage.sessions() == 0);
        } finally {
            stage.close();
        }
    }

    @Test
    void noReadIsRefusedByAStandbyOrLeavesATrace() throws SQLException {
        String before = stage.written();
        assertThat(complaints(CASES.stream().filter(ReadsOnAStandbyTest::isProven)))
                .isEmpty();
        assertThat(stage.written()).isEqualTo(before);
    }

    /** Otherwise the silence of the tests around would say nothing. */
    @Test
    void theStageSeesWhatIsRefusedAndWhatStays() throws SQLException {
        List<String> texts = List.of(
                "select id from over_writing",
                "select * from over_unlogged",
                "select o.touch from orders o",
                "select sly_setting()",
                "select l from locking",
                "select pg_try_advisory_xact_lock(1)",
                "select set_config('app.tenant', 'b', false)",
                "select pg_is_in_recovery()");
        Fixture fixture = new Fixture("hazard", List.of(Dialect.POSTGRESQL), texts, List.of("= read"));
        assertThat(complaints(fixture.cases())).hasSameSizeAs(texts);
    }

    /** Otherwise the share below would say nothing. */
    @Test
    void whatIsCalledAReadIsOne() throws SQLException {
        assertThat(complaints(CASES.stream().filter(one -> isRead(one) && !isProven(one))))
                .isEmpty();
    }

    // T11, T12
    @Test
    void nothingElseIsProvenToBeARead() {
        assertThat(CASES)
                .filteredOn(one -> !isRead(one) && isProven(one))
                .extracting(Fixture.Case::name)
                .isEmpty();
    }

    @Test
    void nearlyEveryReadIsProven() throws IOException, SQLException {
        List<Fixture.Case> reads =
                CASES.stream().filter(ReadsOnAStandbyTest::isRead).toList();
        List<String> missed = reads.stream()
                .filter(one -> !isProven(one))
                .map(Fixture.Case::text)
                .toList();
        double share = Math.round(10_000.0 * (reads.size() - missed.size()) / reads.size()) / 10_000.0;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("statements", CASES.size());
        figures.put("reads", reads.size());
        figures.put("proven", reads.size() - missed.size());
        figures.put("share", share);
        figures.put(
                "provenByTokens",
                reads.stream().filter(one -> one.facts().isRead(Catalog.EMPTY)).count());
        figures.put("catalogMillis", catalogMillis());
        figures.put("missed", missed);
        Path file = Path.of("target", "classifier.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
        assertThat(CASES).hasSizeGreaterThan(400);
        assertThat(share).as("missed: %s", missed).isGreaterThanOrEqualTo(0.95);
    }

    /** The time of one reading of the catalog, in the middle of five. */
    private static double catalogMillis() throws SQLException {
        List<Long> times = new ArrayList<>();
        try (Connection connection = stage.primary()) {
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                CatalogReader.read(connection);
                times.add(System.nanoTime() - start);
            }
        }
        return times.stream().sorted().toList().get(2) / 100_000 / 10.0;
    }

    private static boolean isProven(Fixture.Case one) {
        return one.facts().isRead(catalog);
    }

    private static boolean isRead(Fixture.Case one) {
        return !one.fixture().expectations().equals(List.of("= not read"));
    }

    private static List<String> complaints(Stream<Fixture.Case> cases) throws SQLException {
        List<String> complaints = new ArrayList<>();
        TwoSessions sessions = new TwoSessions(stage);
        try {
            for (Fixture.Case one : cases.toList()) {
                List<String> found = sessions.complaints(one);
                if (complaints.addAll(found)) {
                    sessions.close();
                    sessions = new TwoSessions(stage);
                }
            }
        } finally {
            sessions.close();
        }
        return complaints;
    }
}
