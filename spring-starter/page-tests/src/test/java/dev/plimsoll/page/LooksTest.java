package dev.plimsoll.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view, light and dark, wide and narrow, of one shop with every mistake: accessible, and nowhere wider than the window. */
@WithBrowser
class LooksTest {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final int NARROW = 360;

    private static Browser browser;
    private static RunningShop shop;
    private static CompletableFuture<?> paying;

    @BeforeAll
    static void open() throws Exception {
        shop = RunningShop.open(0);
        shop.orders().open();
        shop.ask("/orders", "/search/700", "/search/611", "/import", "/orders");
        browser = Browser.open();
        paying = shop.begin("/pay");
    }

    @AfterAll
    static void close() throws Exception {
        browser.close();
        shop.orders().paid();
        paying.join();
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "findings, .detail dl",
        "units, #units-view .tick",
        "statements, tbody tr",
        "transactions, .stack li",
        "nodes, #nodes-view .empty"
    })
    void everyViewIsAccessibleAndFits(String view, String complete) throws Exception {
        for (int width : new int[] {1400, 768, NARROW}) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.size(width, 1000);
                browser.prefer("prefers-color-scheme", scheme);
                openView(view, complete);
                browser.screenshot(view + "-" + width + "-" + scheme);
                assertThat(browser.number("document.documentElement.scrollWidth"))
                        .as("width of %s in a window of %d", view, width)
                        .isLessThanOrEqualTo(width);
                assertThat(violations())
                        .as("%s, %d wide, %s", view, width, scheme)
                        .isEqualTo("[]");
            }
        }
        assertThat(browser.console()).as("but for axe's own").allMatch(line -> line.contains("Canvas2D"));
    }

    private static void openView(String view, String complete) {
        browser.go(shop.page("#" + view));
        await().atMost(Duration.ofSeconds(30)).until(() -> browser.count(complete) > 0);
    }

    private static String violations() throws IOException {
        try (InputStream file = LooksTest.class.getResourceAsStream(AXE)) {
            String axe = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            browser.evaluate(axe);
        }
        return String.valueOf(browser.evaluateLater("const done = arguments[0];"
                + " axe.run().then(found => done(JSON.stringify(found.violations.map("
                + "each => [each.id, each.nodes.map(node => node.html + ' ' + node.failureSummary)]))))"));
    }

    @Test
    void theSchemeCanBeChosenAgainstTheSystems() {
        browser.size(1400, 1000);
        browser.prefer("prefers-color-scheme", "light");
        openView("statements", "tbody tr");
        String light = background();
        browser.evaluate("const theme = document.getElementById('theme'); theme.value = 'dark';"
                + " theme.dispatchEvent(new Event('change'))");
        String dark = background();
        assertThat(dark).isNotEqualTo(light);
        openView("statements", "tbody tr");
        assertThat(background()).as("remembered").isEqualTo(dark);
        browser.evaluate("localStorage.clear()");
    }

    private static String background() {
        return String.valueOf(browser.evaluate("return getComputedStyle(document.documentElement).backgroundColor"));
    }
}
