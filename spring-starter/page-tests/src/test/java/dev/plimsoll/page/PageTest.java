package dev.plimsoll.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        showsText(".detail h2", "N+1 queries in GET /orders");
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
    void screens() throws Exception {
        shopWithMistakes();
        CompletableFuture<?> paying = shop.begin("/pay");
        openPage("");
        showsText(".detail h2", "in ");
        eventually().until(() -> browser.count(".detail .tick") > 5);
        browser.screenshot("1-findings-light");
        browser.prefer("prefers-color-scheme", "dark");
        browser.screenshot("2-findings-dark");
        openPage("#units");
        eventually().until(() -> browser.count("#units-view .tick") > 1);
        browser.screenshot("3-units-dark");
        browser.prefer("prefers-color-scheme", "light");
        openPage("#statements");
        eventually().until(() -> browser.count("tbody tr") > 3);
        browser.screenshot("4-statements");
        openPage("#transactions");
        eventually().until(() -> browser.count(".stack li") > 0);
        browser.screenshot("5-transactions");
        browser.size(360, 2400);
        openPage("");
        showsText(".detail h2", "in ");
        browser.screenshot("6-narrow");
        openPage("#statements");
        eventually().until(() -> browser.count("tbody tr") > 3);
        browser.screenshot("7-narrow-statements");
        openPage("#units");
        eventually().until(() -> browser.count("#units-view .tick") > 1);
        browser.screenshot("8-narrow-units");
        shop.orders().paid();
        paying.join();
        openPage("");
        eventually().until(() -> browser.count(".detail .tick") > 0);
        browser.screenshot("9-narrow-held");
        browser.size(1400, 1000);
        openPage("");
        eventually().until(() -> browser.count(".detail .tick") > 0);
        browser.screenshot("9-held");
    }
}
