package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What Plimsoll says about the shop's pages, on each database. */
@ParameterizedClass
@EnumSource(Database.Kind.class)
class LaunchDayTest {
    @TempDir
    static Path directory;

    private static Day day;
    private static List<JsonNode> file;

    LaunchDayTest(Database.Kind database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void spendTheDay(Database.Kind database) throws Exception {
        Path findings = directory.resolve(database.option() + ".jsonl");
        day = Day.spend(database, findings);
        file = read(findings);
    }

    private static List<JsonNode> read(Path findings) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> read = new ArrayList<>();
        for (String line : Files.readAllLines(findings)) {
            read.add(json.readTree(line));
        }
        return read;
    }

    @Test
    void everyBrokenPageHasItsFindingAndNoOther() {
        Map<String, List<String>> kinds = day.visits().stream()
                .map(Day.Visit::broken)
                .collect(Collectors.toMap(Day.Outcome::unit, LaunchDayTest::kinds));

        assertThat(kinds)
                .containsOnly(
                        entry("broken orders page", List.of("n-plus-one")),
                        entry("broken vendor's sales", List.of("n-plus-one")),
                        entry("broken search", List.of("oversized-in-list")),
                        entry("broken ageing of orders", List.of("row-by-row-write")),
                        entry("broken export of orders", List.of("unbounded-result")),
                        entry("broken checkout", List.of("commit-per-save")),
                        entry("broken payment", List.of("idle-in-transaction")));
    }

    private static List<String> kinds(Day.Outcome outcome) {
        return outcome.findings().stream().map(Finding::kind).sorted().toList();
    }

    @Test
    void nothingIsFoundInAMendedPage() {
        assertThat(day.visits())
                .allSatisfy(visit -> assertThat(visit.mended().findings()).isEmpty());
    }

    @Test
    void nothingIsFoundOutsideThePages() {
        assertThat(day.findings()).allMatch(finding -> finding.unit().startsWith("broken "));
    }

    @Test
    void bothFormsOfAPageShowTheSame() {
        assertThat(day.visits())
                .allSatisfy(visit -> assertThat(visit.mended().shown())
                        .isNotEmpty()
                        .isEqualTo(visit.broken().shown()));
    }

    @Test
    void mendingAPageCutsItsLoad() {
        Map<String, Load> mended = day.visits().stream()
                .map(Day.Visit::mended)
                .collect(Collectors.toMap(Day.Outcome::unit, Day.Outcome::load));

        assertThat(broken("orders page").load()).isEqualTo(new Load(26, 100, 1));
        assertThat(mended).containsEntry("mended orders page", new Load(1, 75, 1));
        assertThat(broken("vendor's sales").load()).isEqualTo(new Load(21, 40, 1));
        assertThat(mended).containsEntry("mended vendor's sales", new Load(1, 20, 1));
        assertThat(broken("ageing of orders").load()).isEqualTo(new Load(81, 80, 1));
        assertThat(mended).containsEntry("mended ageing of orders", new Load(1, 0, 1));
        assertThat(broken("checkout").load().commits()).isEqualTo(19);
        assertThat(mended.get("mended checkout").commits()).isEqualTo(1);
    }

    private static Day.Outcome broken(String page) {
        return day.visits().stream()
                .filter(visit -> visit.page().equals(page))
                .map(Day.Visit::broken)
                .findAny()
                .orElseThrow();
    }

    @Test
    void findingsPointAtTheCodeOfTheirPage() {
        assertThat(day.visits().stream()
                        .map(visit -> visit.broken().findings().get(0).callSite()))
                .map(callSite -> callSite.replaceAll("\\(.*", ""))
                .containsExactly(
                        "shop.page.OrdersPage.page",
                        "shop.page.VendorSales.broken",
                        "shop.page.Search.broken",
                        "shop.page.Ageing.broken",
                        "shop.page.Export.broken",
                        "shop.page.Checkout.save",
                        "shop.payment.PaymentClient.charge");
    }

    @Test
    void anNPlusOneIsProvenAndItsAdviceNamesTableAndColumn() {
        Finding lines = broken("orders page").findings().get(0);
        Finding sales = broken("vendor's sales").findings().get(0);

        assertThat(lines.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(lines.count()).isEqualTo(25);
        assertThat(lines.advice()).containsIgnoringCase("orders").containsIgnoringCase("id");
        assertThat(sales.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(sales.count()).isEqualTo(20);
        assertThat(sales.advice()).containsIgnoringCase("widget").containsIgnoringCase("id");
    }

    @Test
    void theFileHoldsEveryFindingOnALineOfItsOwn() {
        assertThat(file)
                .hasSameSizeAs(day.findings())
                .allSatisfy(finding -> assertThat(finding.fieldNames())
                        .toIterable()
                        .contains(
                                "id",
                                "kind",
                                "severity",
                                "confidence",
                                "unit",
                                "callSite",
                                "shape",
                                "count",
                                "timeLostMicros",
                                "evidence",
                                "advice",
                                "documentation"));
        assertThat(file.stream().map(finding -> finding.get("id").asText()))
                .containsExactlyElementsOf(
                        day.findings().stream().map(Finding::id).toList());
    }

    @Test
    void everyConnectionIsGivenBack() {
        assertThat(day.connectionsInUse()).isZero();
    }
}
