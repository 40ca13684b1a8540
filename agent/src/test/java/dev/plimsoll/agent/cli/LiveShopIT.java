package dev.plimsoll.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.agent.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shop that runs already is watched and left again, by the real jar, on every JDK here. */
class LiveShopIT {
    private final Terminal terminal = Terminal.usual();

    static List<Path> javas() {
        return Jdks.javas();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aShopIsWatchedAndLeft(Path java) throws IOException {
        try (ShopProcess shop = ShopProcess.of(java)) {
            assertThat(row(shop)).containsPattern("shop\\.Shop +[0-9.]+ +no +yes$");
            assertThat(terminal.say("attach", shop.pid()).out()).contains("watches process " + shop.pid());
            assertThat(row(shop)).containsPattern("shop\\.Shop +[0-9.]+ +attached +yes$");

            shop.tell("page");
            String report = terminal.say("report", shop.pid()).out();
            assertThat(report)
                    .contains("n-plus-one", "shop.Shop.lines(Shop.java:", "select title from line where order_id = ?")
                    .contains("shop-pool", "13 executions", "None is open at this moment.")
                    .doesNotContain("secret");
            assertThat(report.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));

            assertThat(terminal.say("detach", shop.pid()).out()).contains("has left process " + shop.pid());
            assertThat(row(shop)).containsPattern("shop\\.Shop +[0-9.]+ +no +yes$");
            shop.tell("page");
        }
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aShopIsWatchedAgainAfterItWasLeft(Path java) throws IOException {
        try (ShopProcess shop = ShopProcess.of(java)) {
            assertThat(terminal.say("attach", shop.pid()).exitCode()).isZero();
            shop.tell("page");
            assertThat(terminal.say("detach", shop.pid()).exitCode()).isZero();
            assertThat(terminal.say("attach", shop.pid(), "profile=test").exitCode())
                    .isZero();
            assertThat(terminal.say("report", shop.pid()).out())
                    .contains("No statement has been seen yet.")
                    .doesNotContain("n-plus-one");
            shop.tell("page");
            assertThat(terminal.say("report", shop.pid()).out()).contains("n-plus-one");
        }
    }

    @ParameterizedTest
    @MethodSource("javas")
    void openTransactionsAreShownWithTheirOwner(Path java) throws IOException {
        try (ShopProcess shop = ShopProcess.of(java)) {
            terminal.say("attach", shop.pid());
            shop.tell("open");
            String report = terminal.say("report", shop.pid()).out();
            assertThat(report)
                    .contains("1 transaction", "on thread main", "update line set title = ?", "wrote      line")
                    .contains("stack      shop.Shop.run(Shop.java:")
                    .doesNotContain("secret");
            shop.tell("close");
            assertThat(terminal.say("report", shop.pid()).out()).contains("None is open at this moment.");
        }
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aReportAsJsonIsOneObject(Path java) throws IOException {
        try (ShopProcess shop = ShopProcess.of(java)) {
            terminal.say("attach", shop.pid());
            shop.tell("page");
            Said said = terminal.say("report", shop.pid(), "--json");
            assertThat(said.out().lines()).hasSize(1);
            JsonNode finding = new ObjectMapper().readTree(said.out()).at("/findings/0");
            assertThat(finding.at("/finding/kind").asText()).isEqualTo("n-plus-one");
            assertThat(finding.at("/dataSource").asText()).isEqualTo("shop-pool");
            assertThat(said.out()).doesNotContain("secret");
        }
    }

    private String row(ShopProcess shop) {
        String list = terminal.say("list").out();
        assertThat(list).doesNotContain("secret");
        return list.lines()
                .filter(line -> line.startsWith(shop.pid() + " "))
                .findFirst()
                .orElse("not listed:\n" + list);
    }
}
