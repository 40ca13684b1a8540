package dev.plimsoll.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.logbook.Logbook;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import shop.Orders;

@WithBrowser
class PageTest {
    private static Browser browser;
    private RunningShop shop;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void openShop() {
        shop = RunningShop.open(0);
        browser.size(1400, 1000);
        browser.prefer("prefers-color-scheme", "light");
        browser.console();
    }

    @AfterEach
    void nothingWasComplainedOf() throws Exception {
        assertThat(browser.console()).isEmpty();
        browser.go("about:blank");
        shop.close();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private void openPage(String view) {
        browser.go(shop.page(view));
    }

    private static void showsText(String selector, String text) {
        eventually().untilAsserted(() -> assertThat(browser.text(selector)).contains(text));
    }

    private void shopWithMistakes() throws Exception {
        shop.orders().open();
        shop.ask("/orders", "/search/700", "/search/611", "/import", "/orders");
    }

    @Test
    void theWorstIsOpenedWithItsCombBesideIt() throws Exception {
        shop.orders().open();
        shop.ask("/orders");
        openPage("");
        showsText("h1", "1 finding, up to ");
        showsText(".detail h2", "N+1 queries · GET /orders");
        eventually()
                .untilAsserted(
                        () -> assertThat(browser.count(".concerned .tick")).isEqualTo(Orders.ORDERS));
        assertThat(browser.count(".concerned .spine")).isOne();
        assertThat(browser.count(".end.committed")).isOne();
    }

    @Test
    void whatHappensNextIsSeenWithoutLoadingThePageAgain() throws Exception {
        openPage("");
        showsText("h1", "Nothing seen yet");
        browser.screenshot("empty");
        browser.evaluate("window.loadedOnce = true");
        shop.orders().open();
        shop.ask("/orders");
        showsText("h1", "1 finding");
        showsText(".detail h2", "N+1 queries");
        shop.ask("/import");
        eventually()
                .untilAsserted(() ->
                        assertThat(browser.count("#findings-view .list li")).isGreaterThan(1));
        assertThat(browser.text(".detail h2")).as("what was opened").contains("N+1 queries");
        assertThat(browser.evaluate("return window.loadedOnce")).isEqualTo(true);
    }

    @Test
    void theFirstFindingIsReachedByTabAndTheOthersByArrows() throws Exception {
        shopWithMistakes();
        openPage("");
        eventually().until(() -> browser.count("#findings-view .list a") == 3);
        browser.type(Keys.TAB);
        assertThat(browser.focused()).contains("Skip to content");
        browser.evaluate("document.querySelector('#views a:last-of-type').focus()");
        tabUntil("#findings-view .list a");
        browser.type(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        browser.type(Keys.ENTER);
        showsText(".detail h2", browser.text("#findings-view .list li:last-child b"));
        assertThat(browser.address()).contains("#findings/");
        tabUntil(".track");
        String first = browser.text(".mark-detail");
        browser.type(Keys.END);
        browser.type(Keys.HOME);
        assertThat(browser.text(".mark-detail")).isEqualTo(first).contains("select");
    }

    @Test
    void marksAreToldOneByOne() throws Exception {
        shop.orders().open();
        shop.ask("/orders");
        openPage("");
        eventually().until(() -> browser.count(".concerned .tick") == Orders.ORDERS);
        browser.evaluate("document.querySelector('.concerned .track').focus()");
        assertThat(browser.text(".mark-detail")).startsWith("1 of 40 · ");
        browser.type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.text(".mark-detail"))
                .startsWith("3 of 40 · ")
                .contains(" · 2 rows · ", "Orders.countLines", "order_id = ?");
        assertThat(browser.evaluate("return document.activeElement.getAttribute('aria-valuetext')"))
                .isEqualTo(browser.text(".mark-detail"));
        assertThat(browser.count(".tick.picked")).isOne();
    }

    private static void tabUntil(String selector) {
        for (int i = 0; i < 30; i++) {
            browser.type(Keys.TAB);
            if (Boolean.TRUE.equals(
                    browser.evaluate("return document.activeElement.matches(arguments[0])", selector))) {
                return;
            }
        }
        throw new AssertionError("not reached by the tabulator: " + selector);
    }

    @Test
    void unitsAreFilteredByNameAndByFindings() throws Exception {
        shop.orders().open();
        shop.ask("/orders", "/search/3", "/import");
        openPage("#units");
        eventually().until(() -> browser.count("#units-view .list a") == 4);
        browser.click("#units-view input[type=search]");
        browser.type("get /");
        eventually().until(() -> browser.count("#units-view .list a") == 3);
        browser.click("#units-view input[type=checkbox]");
        eventually().until(() -> browser.count("#units-view .list a") == 2);
        assertThat(browser.text("#units-view [role=status]")).startsWith("2 of the last ");
        browser.click("#units-view .list li:last-child a");
        showsText("#units-view .detail h2", "GET /orders");
        showsText("#units-view .plain", "N+1 queries");
    }

    @Test
    void statementsAreSortedByWhatIsAsked() throws Exception {
        shop.orders().open();
        shop.ask("/orders");
        openPage("#statements");
        eventually().until(() -> browser.count("tbody tr") > 3);
        browser.click("thead th:nth-child(4) button");
        eventually()
                .untilAsserted(() -> assertThat(browser.text("tbody tr:first-child td:nth-child(4)"))
                        .isEqualTo(String.valueOf(Orders.ORDERS)));
        assertThat(browser.text("tbody tr:first-child th")).contains("Orders.countLines (Orders.java:");
        assertThat(browser.text("thead [aria-sort]")).startsWith("Executions");
    }

    @Test
    void anOpenTransactionIsShownWithItsOwnersStackUntilItEnds() throws Exception {
        shop.orders().open();
        CompletableFuture<?> paying = shop.begin("/pay");
        openPage("");
        showsText(".detail h2", "Idle in transaction");
        showsText(".detail", "it has not ended yet");
        openPage("#transactions");
        showsText(".stack", "shop.Orders.awaitPayment(Orders.java:");
        showsText("#transactions-view dl", "orders");
        showsText("[data-count=transactions]", "1");
        shop.orders().paid();
        paying.join();
        showsText("#transactions-view", "No transaction is open");
        openPage("");
        showsText(".detail h2", "Idle in transaction · GET /pay");
        eventually().until(() -> browser.count(".detail .gap") > 0 && browser.count(".end.committed") == 1);
    }

    @Test
    void whenTheApplicationIsGoneThePageSaysSoAndRecovers() throws Exception {
        shop.orders().open();
        shop.ask("/orders");
        openPage("");
        showsText(".detail h2", "N+1 queries");
        int port = shop.port();
        shop.close();
        showsText("#connection", "No answer from the application since ");
        assertThat(browser.text(".detail h2")).contains("N+1 queries");
        shop = RunningShop.open(port);
        showsText("#connection", "Live");
        showsText("h1", "Nothing seen yet");
        showsText("#findings-view", "No findings");
        assertThat(browser.console()).allMatch(line -> line.contains("ERR_"));
    }

    @Test
    void aHiddenPageAsksForNothingAndCatchesUp() throws Exception {
        shop.orders().open();
        openPage("");
        showsText("#connection", "Live");
        hide(true);
        long asked = browser.number("performance.getEntriesByType('resource').length");
        shop.ask("/orders");
        eventually().until(() -> !shop.bean(Logbook.class).findings().isEmpty());
        assertThat(browser.number("performance.getEntriesByType('resource').length"))
                .isEqualTo(asked);
        hide(false);
        showsText("h1", "1 finding");
    }

    private static void hide(boolean hidden) {
        browser.evaluate(
                "Object.defineProperty(document, 'hidden', { value: arguments[0], configurable: true });"
                        + " document.dispatchEvent(new Event('visibilitychange'))",
                hidden);
    }

    @Test
    void aServerWithoutRoomForOneMoreIsAskedInstead() throws Exception {
        browser.block("*/page/stream");
        openPage("");
        showsText("#connection", "Live");
        shop.orders().open();
        shop.ask("/orders");
        showsText("h1", "1 finding");
        browser.block();
        assertThat(browser.console()).allMatch(line -> line.contains("/page/stream"));
    }

    @Test
    void nodesAreShownWithTheirLastMinutes() throws Exception {
        openPage("#nodes");
        showsText("#nodes-view", "No replicas");
        shop.close();
        shop = RunningShop.open(
                0, "--plimsoll.replicas[0].name=near", "--plimsoll.replicas[0].url=jdbc:h2:mem:near;DB_CLOSE_DELAY=-1");
        openPage("#nodes");
        showsText("#nodes-view tbody", "near");
        eventually().until(() -> browser.count("#nodes-view figure") == 2);
        showsText("#nodes-view figcaption", "Behind the primary");
        assertThat(browser.text("#views")).contains("Nodes");
        shop.ask("/import");
        eventually().until(() -> browser.count("#nodes-view .axis-x") == 2);
        browser.screenshot("nodes");
        browser.console();
    }

    @Test
    void nothingComesFromElsewhere() throws Exception {
        shopWithMistakes();
        openPage("");
        eventually().until(() -> browser.count(".detail .tick") > 5);
        assertThat(browser.number("performance.getEntriesByType('resource').length"))
                .isGreaterThan(10);
        assertThat(browser.number("performance.getEntriesByType('resource')"
                        + ".filter(each => new URL(each.name).origin !== location.origin).length"))
                .isZero();
    }
}
