package dev.plimsoll.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.work.UnitOfWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How long the page takes with much to show. Measured and written to target/page-numbers.txt; a slow machine is no failure. */
@WithBrowser
class NumbersTest {
    private static final int UNITS = 1_000;
    private static final int EXECUTIONS = 10;
    private static final int RUNS = 5;

    @Test
    void theListOfAThousandUnitsIsShownWithoutTheirTimelines() throws Exception {
        try (RunningShop shop = RunningShop.open(0);
                Browser browser = Browser.open()) {
            shop.orders().open();
            fill(shop.bean(DataSource.class));
            assertThat(shop.bean(Logbook.class).unitSummaries()).hasSizeGreaterThanOrEqualTo(UNITS);
            long[] painted = new long[RUNS];
            long[] listed = new long[RUNS];
            for (int run = 0; run < RUNS; run++) {
                browser.go(shop.page("#units"));
                await().atMost(Duration.ofSeconds(30)).until(() -> browser.count("#units-view .list a") == 60);
                painted[run] = browser.number("performance.getEntriesByName('first-contentful-paint')[0].startTime");
                listed[run] = browser.number("performance.getEntriesByName('plimsoll-units')[0].startTime");
            }
            Arrays.sort(painted);
            Arrays.sort(listed);
            Files.writeString(
                    Path.of("target", "page-numbers.txt"),
                    "first contentful paint " + Arrays.toString(painted) + " ms, median " + painted[RUNS / 2]
                            + "; list shown " + Arrays.toString(listed) + " ms, median " + listed[RUNS / 2] + "\n");
        }
    }

    private static void fill(DataSource dataSource) throws Exception {
        for (int i = 0; i < UNITS; i++) {
            UnitOfWork.run("GET /orders/" + i % 50, () -> {
                try (Connection connection = dataSource.getConnection();
                        PreparedStatement lines =
                                connection.prepareStatement("select title from line where order_id = ?")) {
                    for (int j = 0; j < EXECUTIONS; j++) {
                        lines.setInt(1, j);
                        lines.executeQuery().close();
                    }
                }
                return true;
            });
        }
    }
}
