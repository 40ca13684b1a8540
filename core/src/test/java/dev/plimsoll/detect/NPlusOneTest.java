package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static dev.plimsoll.detect.Units.owned;
import static dev.plimsoll.detect.Units.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NPlusOneTest {
    private static final String ORDERS = "select id, customer_id from orders where page = ?";
    private static final String LINES = "select * from order_line where order_id = ?";

    private final NPlusOne detector = new NPlusOne();

    private static Run orders(int count) {
        return Run.of(ORDERS).bound(77).reading("id", 1, count).at("shop.OrderPage", "list", 12);
    }

    private static Run lines(int count) {
        return Run.of(LINES).boundEach(1, count).returning(3).at("shop.OrderPage", "lines", 42);
    }

    @Test
    void rowsFetchedOneByOneForEachParentAreConfirmed() {
        Finding finding = only(owned(orders(20), lines(20)), Profile.TEST);
        assertThat(finding.kind()).isEqualTo("n-plus-one");
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.count()).isEqualTo(20);
        assertThat(finding.timeLostMicros()).isEqualTo(19_000);
        assertThat(finding.callSite()).isEqualTo("shop.OrderPage.lines(OrderPage.java:42)");
        assertThat(finding.unit()).isEqualTo("GET /orders");
        assertThat(finding.documentation()).isEqualTo("https://plimsoll.dev/detectors/n-plus-one");
    }

    @Test
    void evidenceNamesParentPlaceAndColumn() {
        String evidence = evidence(only(owned(orders(20), lines(20)), Profile.TEST));
        assertThat(evidence)
                .contains("parent: ", "from orders", "at shop.OrderPage.list(OrderPage.java:12)")
                .contains("column: `id` of those rows holds 20 of 20 values looked at")
                .contains("executions: 20, with 20 different values")
                .contains("time: 20.0 ms in all, at least 1.0 ms each");
    }

    @Test
    void adviceNamesTablesAndColumns() {
        assertThat(only(owned(orders(20), lines(20)), Profile.TEST).advice())
                .isEqualTo(
                        "Each row of `orders` (read at shop.OrderPage.list) fetched its `order_line` rows by `order_id`"
                                + " one query at a time. Load them with the parent: `select … from orders join order_line on"
                                + " order_line.order_id = orders.id` (JPA: join fetch or @EntityGraph), or in one query: `where"
                                + " order_id in (…)` (Hibernate: @BatchSize or hibernate.default_batch_fetch_size).");
    }

    @ParameterizedTest
    @CsvSource({"TEST, 3", "DEV, 5", "PROD, 5"})
    void withoutAParentTheNumbersHaveToFit(Profile profile, int limit) {
        assertThat(owned(lines(limit - 1)).judgedBy(detector, profile)).isEmpty();
        Finding finding = only(owned(lines(limit).takingMillis(20)), profile);
        assertThat(finding.confidence()).isEqualTo(Confidence.CANDIDATE);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"TEST, 2", "DEV, 3", "PROD, 3"})
    void proofLowersTheLimit(Profile profile, int limit) {
        assertThat(owned(orders(9), lines(limit - 1)).judgedBy(detector, profile))
                .isEmpty();
        Finding finding = only(owned(orders(9), lines(limit).takingMillis(30)), profile);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void manyExecutionsAreAnError(Profile profile) {
        assertThat(only(owned(lines(19).takingMillis(5)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(lines(20)), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void provenExecutionsAreAnErrorSooner(Profile profile) {
        assertThat(only(owned(orders(10), lines(9).takingMillis(6)), profile).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(only(owned(orders(10), lines(10).takingMillis(6)), profile).severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void inProductionLittleTimeIsOnlyInformation() {
        assertThat(only(owned(lines(19)), Profile.PROD).severity()).isEqualTo(Severity.INFO);
        assertThat(only(owned(lines(10).takingMillis(5)), Profile.PROD).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(only(owned(orders(10), lines(10)), Profile.PROD).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void inAUnitWithoutOwnerOnlyProofIsAWarning() {
        assertThat(only(unowned(lines(30)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
        assertThat(only(unowned(orders(30), lines(30)), Profile.TEST).severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void aParentInTheSameMethodMakesItLikely() {
        Run parent = Run.of("select * from orders where page = ?")
                .bound(1)
                .returning(10)
                .at(Run.frame("shop.OrderDao", "all", 5), Run.frame("shop.OrderPage", "list", 12));
        Run child = Run.of(LINES)
                .boundEach(1, 9)
                .at(Run.frame("shop.LineDao", "of", 8), Run.frame("shop.OrderPage", "list", 14));
        Finding finding = only(owned(parent, child), Profile.TEST);
        assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(evidence(finding)).contains("returned 10 rows to the same method");
    }

    @Test
    void theColumnThatTheNameRefersToIsPreferredToAChanceMatch() {
        Run parent = Run.of("select position, id, stock from orders")
                .bound()
                .reading("position", 1, 20)
                .reading("id", 1, 20)
                .reading("stock", 1, 20);
        assertThat(evidence(only(owned(parent, lines(20)), Profile.TEST))).contains("column: `id`");
    }

    @Test
    void aForeignKeyIsPreferredToAnotherTablesKey() {
        Run parent = Run.of("select id, customer_id from orders")
                .bound()
                .reading("id", 1, 20)
                .reading("customer_id", 1, 20);
        Run child =
                Run.of("select * from customer where id = ?").boundEach(1, 20).at("shop.OrderPage", "buyer", 7);
        Finding finding = only(owned(parent, child), Profile.TEST);
        assertThat(evidence(finding)).contains("column: `customer_id`");
        assertThat(finding.advice()).contains("from orders join customer on customer.id = orders.customer_id");
    }

    @Test
    void fewerThanFourFifthsOfTheValuesAreNoProof() {
        assertThat(only(owned(orders(8), lines(10)), Profile.TEST).confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(only(owned(orders(7), lines(10)), Profile.TEST).confidence()).isEqualTo(Confidence.CANDIDATE);
    }

    @Test
    void whatIsReadLaterIsNoParent() {
        assertThat(only(owned(lines(5), orders(5)), Profile.TEST).confidence()).isEqualTo(Confidence.CANDIDATE);
    }

    @Test
    void belowTheCountNamesHaveToFitToo() {
        Run unrelated = Run.of("select stock from shelf").bound().reading("stock", 1, 9);
        assertThat(owned(unrelated, lines(2)).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void theChildsOwnForeignKeyIsNoRecursion() {
        Run child = lines(10).reading("order_id", 1, 10);
        assertThat(only(owned(child), Profile.TEST).confidence()).isEqualTo(Confidence.CANDIDATE);
    }

    @Test
    void aWalkThroughATreeIsToldAsSuch() {
        Run walk = Run.of("select id, name from category where parent_id = ?")
                .bound(1)
                .boundEach(2, 30)
                .at("shop.Menu", "children", 9)
                .reading("id", 2, 40);
        Finding finding = only(owned(walk), Profile.TEST);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(evidence(finding)).contains("recursion: ");
        assertThat(finding.advice()).contains("walks a tree", "with recursive tree", "category.parent_id = tree.id");
    }

    @Test
    void pagingByKeyIsNoNPlusOne() {
        Run pages = Run.of("select * from orders where id > ? order by id limit 100")
                .boundEach(1, 50)
                .returning(100)
                .at("shop.Export", "run", 3);
        assertThat(owned(pages).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void pagingByTwoColumnsIsNoNPlusOne() {
        Run pages = Run.of("select * from orders where day > ? or day = ? and id > ? order by day, id limit 100")
                .returning(100);
        LongStream.range(0, 50).forEach(page -> pages.bound(page, page, page * 100));
        assertThat(owned(pages).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void theNextSingleRowIsNoPage() {
        Run prices = Run.of("select amount from price where since < ? order by since desc limit 1")
                .boundEach(1, 10)
                .returning(1);
        assertThat(owned(prices).judgedBy(detector, Profile.TEST)).hasSize(1);
    }

    @Test
    void pagingByOffsetIsNoNPlusOne() {
        Run pages = Run.of("select * from orders order by id limit ? offset ?").returning(100);
        LongStream.range(0, 50).forEach(page -> pages.bound(100, page * 100));
        assertThat(owned(pages).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void aBatchLoaderIsNoNPlusOne() {
        assertThat(owned(orders(60), inLists(12, 5)).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void manyChunksAreANote() {
        assertThat(owned(inLists(19, 5)).judgedBy(detector, Profile.TEST)).isEmpty();
        Finding finding = only(owned(inLists(20, 5)), Profile.TEST);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(evidence(finding)).contains("chunks: 20 IN lists of 5 elements on average");
    }

    @Test
    void listsOfOneElementAreAnNPlusOne() {
        Finding finding = only(owned(orders(20), inLists(20, 1)), Profile.TEST);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void smallBatchesAreToldToGrow() {
        Finding finding = only(owned(orders(60), inLists(30, 2)), Profile.TEST);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.advice()).contains("batch size is too small", "30 round trips", "`order_line`");
    }

    @Test
    void aListThatIsAlwaysTheSameIsNoBatch() {
        Run child = Run.of("select * from order_line where order_id = ? and state in ('a', 'b', 'c', 'd', 'e')")
                .boundEach(1, 20)
                .at("shop.OrderPage", "lines", 42);
        assertThat(only(owned(child), Profile.TEST).severity()).isEqualTo(Severity.ERROR);
    }

    private static Run inLists(int executions, int elements) {
        String marks = String.join(", ", Collections.nCopies(elements, "?"));
        Run run = Run.of("select * from order_line where order_id in (" + marks + ")")
                .at("shop.OrderPage", "lines", 42);
        for (long first = 1; first <= (long) executions * elements; first += elements) {
            run.bound(LongStream.range(first, first + elements).toArray());
        }
        return run;
    }

    @Test
    void countsAreAskedForInOneGroupedQuery() {
        Run counts = Run.of("select count(*) from order_line where order_id = ?")
                .boundEach(1, 20)
                .at("shop.OrderPage", "size", 30);
        assertThat(only(owned(orders(20), counts), Profile.TEST).advice())
                .contains("`select order_id, … from order_line where order_id in (…) group by order_id`");
    }

    @Test
    void aSelectBeforeEachInsertIsToldAsAMerge() {
        Run select = Run.of("select * from item where id = ?").boundEach(1, 50).at("shop.Import", "save", 5);
        Run insert = Run.of("insert into item (id) values (?)").boundEach(1, 50).at("shop.Import", "save", 5);
        Finding finding = only(owned(select, insert), Profile.TEST);
        assertThat(finding.advice()).contains("`item`", "Persistable");
        assertThat(evidence(finding)).contains("same loop: ", "item", ", 50 executions");
    }

    @Test
    void valuesInTheTextAreToldAsLiterals() {
        Run literals = Run.ofTexts(IntStream.rangeClosed(1, 50)
                        .mapToObj(id -> "select * from order_line where order_id = " + id)
                        .toList())
                .at("shop.OrderPage", "lines", 42);
        Finding finding = only(owned(literals), Profile.TEST);
        assertThat(evidence(finding)).contains("literals: ").doesNotContain("= 17");
        assertThat(finding.advice()).contains("literals instead of parameters");
        assertThat(finding.shape()).doesNotContain("1");
    }

    @Test
    void lazyLoadsAfterTheTransactionAreToldAsOpenInView() {
        Run lazy = lines(20).autocommitted();
        assertThat(evidence(only(owned(orders(20), lazy).transactions(1), Profile.TEST)))
                .contains("transaction: ran outside any transaction", "open-in-view");
        assertThat(evidence(only(owned(orders(20), lines(20).autocommitted()), Profile.TEST)))
                .doesNotContain("open-in-view");
    }

    @Test
    void twoRelationsOfOnePlaceAreTwoFindings() {
        Run buyers =
                Run.of("select * from customer where id = ?").boundEach(1, 20).at("shop.OrderPage", "list", 12);
        Run cities = Run.of("select * from city where id = ?").boundEach(1, 20).at("shop.OrderPage", "list", 12);
        List<Finding> findings = owned(orders(20), buyers, cities).judgedBy(detector, Profile.TEST);
        assertThat(findings).hasSize(2).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void attemptsThatWereRolledBackDoNotAddUp() {
        Run retried = Run.of(LINES).at("shop.OrderPage", "lines", 42);
        for (int attempt = 0; attempt < 4; attempt++) {
            retried.boundEach(1, 15);
        }
        retried.rolledBack(45, 15);
        assertThat(only(owned(retried), Profile.TEST).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void oneQueryInEachOfManySchemasIsANote() {
        assertThat(owned(tenants(4)).judgedBy(detector, Profile.TEST)).isEmpty();
        Finding finding = only(owned(tenants(5)), Profile.TEST);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.count()).isEqualTo(5);
        assertThat(evidence(finding))
                .contains("fan-out over schemas: 5 schemas")
                .doesNotContain("tenant_1");
    }

    private static Run[] tenants(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        tenant -> Run.of("select count(*) from account").bound().schema("tenant_" + tenant))
                .toArray(Run[]::new);
    }

    @Test
    void fewValuesAreLeftToRedundantQuery() {
        Run countries = Run.of("select * from country where id = ?").at("shop.OrderPage", "country", 9);
        for (int i = 0; i < 20; i++) {
            countries.bound(i % 3);
        }
        assertThat(owned(countries).judgedBy(detector, Profile.TEST)).isEmpty();
        assertThat(owned(countries).judgedBy(detector, Profile.PROD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit (order_id) values (?)",
                "update orders set state = 1 where id = ?",
                "delete from orders where id = ?"
            })
    void writesAreNotItsBusiness(String sql) {
        Run writes = Run.of(sql).boundEach(1, 50).at("shop.OrderPage", "audit", 50);
        assertThat(owned(orders(50), writes).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void thresholdsCanBeOverruled() {
        Thresholds patient = Thresholds.of(Profile.TEST).with(Threshold.N_PLUS_ONE_EXECUTIONS, 30);
        assertThat(owned(lines(29)).judgedBy(detector, patient)).isEmpty();
        assertThat(owned(lines(30)).judgedBy(detector, patient)).hasSize(1);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
