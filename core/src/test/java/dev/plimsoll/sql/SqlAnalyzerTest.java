package dev.plimsoll.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SqlAnalyzerTest {
    private final SqlAnalyzer analyzer = new SqlAnalyzer(Dialect.POSTGRESQL);

    @Test
    void textWithoutLiteralsIsReadOnce() {
        String text = "select a from t where b = ?";
        assertThat(analyzer.facts(new String(text))).isSameAs(analyzer.facts(text));
    }

    @Test
    void textWithLiteralsIsKeptWhenItComesAgain() {
        String text = "select a from t where b = 42";
        SqlFacts first = analyzer.facts(text);
        SqlFacts second = analyzer.facts(text);
        assertThat(second).isNotSameAs(first);
        assertThat(analyzer.facts(text)).isSameAs(second);
    }

    @Test
    void longTextIsNotKept() {
        String text = "select a from t where b in (?" + ", ?".repeat(5_000) + ")";
        assertThat(analyzer.facts(text)).isNotSameAs(analyzer.facts(text));
    }

    @Test
    void textsOfOneFingerprintShareTheirShape() {
        SqlFacts first = analyzer.facts("select a from t where b = 42");
        SqlFacts second = analyzer.facts("select a from t where b = 43");
        assertThat(second.shape()).isSameAs(first.shape());
        assertThat(second.tables()).isSameAs(first.tables());
        assertThat(second.literalsHash()).isNotEqualTo(first.literalsHash());
    }

    @Test
    void listsOfDifferentLengthShareTheirShape() {
        SqlFacts three = analyzer.facts("select a from t where b in (?, ?, ?) and c = ?");
        SqlFacts two = analyzer.facts("select a from t where b in (?, ?) and c = ?");
        assertThat(three.shape()).isSameAs(two.shape());
        assertThat(three.largestIn()).isEqualTo(new Slot(Slot.Role.IN, "b", 0, 3));
        assertThat(two.largestIn()).isEqualTo(new Slot(Slot.Role.IN, "b", 0, 2));
    }

    @Test
    void parametersAreToldFromLiterals() {
        SqlFacts facts = analyzer.facts("select a from t where b = 'x' and c = ? and d in (1, ?)");
        assertThat(facts.parameterCount()).isEqualTo(2);
        assertThat(facts.valueCount()).isEqualTo(4);
        assertThat(facts.parameterOf(0)).isZero();
        assertThat(facts.parameterOf(1)).isEqualTo(1);
        assertThat(facts.parameterOf(2)).isZero();
        assertThat(facts.parameterOf(3)).isEqualTo(2);
        assertThat(facts.literalHash(0)).isNotZero();
        assertThat(facts.literalHash(1)).isZero();
    }

    @Test
    void numberedParametersKeepTheirNumbers() {
        SqlFacts facts = analyzer.facts("select a from t where b = ?2 and c = ?1 limit ?1");
        assertThat(facts.parameterCount()).isEqualTo(2);
        assertThat(facts.parameterOf(0)).isEqualTo(2);
        assertThat(facts.parameterOf(1)).isEqualTo(1);
        assertThat(facts.limit()).isEqualTo(new SqlFacts.RowCount(1, 0));
    }

    @Test
    void equalLiteralsHaveEqualHashes() {
        SqlFacts facts = analyzer.facts("select a from t where b = 'x' and c = 'x' and d = 'y'");
        assertThat(facts.literalHash(0)).isEqualTo(facts.literalHash(1)).isNotEqualTo(facts.literalHash(2));
    }

    @Test
    void literalsAreHashedUpToABound() {
        SqlFacts facts = analyzer.facts("select a from t where b in (1" + ", 1".repeat(2_999) + ") limit 7");
        assertThat(facts.valueCount()).isEqualTo(3_001);
        assertThat(facts.literalHash(2_047)).isNotZero();
        assertThat(facts.literalHash(2_048)).isZero();
        assertThat(facts.limit()).isEqualTo(new SqlFacts.RowCount(0, 7));
        assertThat(facts.largestIn()).isEqualTo(new Slot(Slot.Role.IN, "b", 0, 3_000));
    }

    @Test
    void textWithoutLiteralsHasNoHashOfThem() {
        assertThat(analyzer.facts("select a from t where b = ?").literalsHash()).isZero();
    }

    @Test
    void longShapeIsCutButHashedWhole() {
        String columns = "select a" + ", a".repeat(3_000);
        SqlFacts one = analyzer.facts(columns + " from t");
        SqlFacts other = analyzer.facts(columns + " from u");
        assertThat(one.shape()).hasSize(4_096).endsWith("\u2026").isEqualTo(other.shape());
        assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
        assertThat(one.tables()).containsExactly("t");
    }

    @Test
    void statementsInAnotherOrderAreAnotherText() {
        assertThat(analyzer.facts("select a from t; select b from t").fingerprint())
                .isNotEqualTo(analyzer.facts("select b from t; select a from t").fingerprint());
    }

    /** F57: as long as a bulk load makes it. */
    @Test
    void insertOfAMegabyteIsRead() throws InterruptedException {
        int rows = 1_000_000 / ", (1, 'text', ?)".length();
        SqlFacts facts =
                onSmallStack("insert into t (a, b, c) values (1, 'text', ?)" + ", (1, 'text', ?)".repeat(rows - 1));
        assertThat(facts.shape()).isEqualTo("insert into t(a, b, c) values (?, ?, ?)..");
        assertThat(facts.valueCount()).isEqualTo(3 * rows);
        assertThat(facts.parameterCount()).isEqualTo(rows);
        assertThat(facts.slots()).hasSize(3 * rows);
        assertThat(facts.parameterOf(3 * rows - 1)).isEqualTo(rows);
    }

    /** F58: nothing recurses. */
    @Test
    void deepNestingIsRead() throws InterruptedException {
        SqlFacts facts = onSmallStack("select " + "(".repeat(10_000) + "a" + ")".repeat(10_000) + " from t limit 1");
        assertThat(facts.tables()).containsExactly("t");
        assertThat(facts.limit()).isEqualTo(new SqlFacts.RowCount(0, 1));
        SqlFacts enclosed = onSmallStack("(".repeat(10_000) + "select a from t limit 5" + ")".repeat(10_000));
        assertThat(enclosed.verb()).isEqualTo(Verb.SELECT);
        assertThat(enclosed.limit()).isEqualTo(new SqlFacts.RowCount(0, 5));
        SqlFacts unbalanced = onSmallStack("(".repeat(10_000) + "select a from t" + ")".repeat(20_000));
        assertThat(unbalanced.tables()).containsExactly("t");
    }

    /** F58: nor do chains of conditions or subqueries in subqueries. */
    @Test
    void longChainsAreRead() throws InterruptedException {
        SqlFacts facts = onSmallStack("select a from t where b = 1" + " or b = 1".repeat(4_999));
        assertThat(facts.slots()).hasSize(5_000).allMatch(slot -> slot.role() == Slot.Role.EQUAL);
        SqlFacts nested =
                onSmallStack("select a from (".repeat(3_000) + "select a from t" + ") x".repeat(3_000) + " limit 10");
        assertThat(nested.tables()).containsExactly("t");
        assertThat(nested.limitOrder()).isEqualTo(LimitOrder.UNORDERED);
    }

    /** F74: in Turkish the lower case of I is not i. */
    @Test
    void localeDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            SqlFacts facts = analyzer.facts("SELECT ID FROM T WHERE ID IN (1) LIMIT 5");
            assertThat(facts.shape()).isEqualTo("select id from t where id in (?..) limit ?");
            assertThat(new SqlAnalyzer(Dialect.H2).facts("SELECT \"ID\" FROM T").shape())
                    .isEqualTo("select id from t");
            assertThat(new SqlAnalyzer(Dialect.SQL_SERVER)
                            .facts("select @@IDENTITY")
                            .isWork())
                    .isFalse();
        } finally {
            Locale.setDefault(before);
        }
    }

    private SqlFacts onSmallStack(String text) throws InterruptedException {
        AtomicReference<SqlFacts> facts = new AtomicReference<>();
        Thread thread = new Thread(null, () -> facts.set(analyzer.facts(text)), "small stack", 256 * 1024);
        thread.start();
        thread.join();
        return facts.get();
    }
}
