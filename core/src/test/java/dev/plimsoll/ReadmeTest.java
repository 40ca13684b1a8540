package dev.plimsoll;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.ExpectStatements;
import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.StatementTotal;
import dev.plimsoll.route.Routing;
import dev.plimsoll.work.UnitOfWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the README shows is compiled, run, and still what it shows. */
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void theUrl() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:plimsoll:postgresql://localhost/shop?plimsoll.profile=dev");
        assertThat(config.getJdbcUrl()).startsWith("jdbc:plimsoll:");
    }

    @Test
    @SuppressWarnings("try") // the unit is there to be closed
    void theDataSource() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:readme");
            DataSource watched = Plimsoll.wrap(pool);

            DataSource chosen = Plimsoll.builder(pool)
                    .profile(Profile.TEST)
                    .reporter(finding -> findings.add(finding))
                    .wrap();
            assertThat(watched).isNotSameAs(pool);
            Orders orders = basket -> look(chosen, basket);
            Object basket = "basket";
            try (UnitOfWork unit = UnitOfWork.begin("POST /orders")) {
                orders.place(basket);
            }
        }
        assertThat(findings).extracting(Finding::unit).containsExactly("POST /orders");
    }

    @Test
    void theLogbook() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:readme");
            Logbook logbook = Logbook.create();
            DataSource orders =
                    Plimsoll.builder(pool).logbook(logbook, "orders").wrap();
            look(orders, "basket");
            List<StatementTotal> costly =
                    logbook.statements(Logbook.Order.TIME, 10).statements();
            assertThat(costly).hasSize(1);
        }
    }

    @Test
    @SuppressWarnings("try") // the unit is there to be closed
    void theReplicas() throws SQLException {
        try (HikariDataSource primaryPool = new HikariDataSource();
                HikariDataSource poolA = new HikariDataSource();
                HikariDataSource poolB = new HikariDataSource()) {
            List.of(primaryPool, poolA, poolB).forEach(pool -> pool.setJdbcUrl("jdbc:h2:mem:readme"));
            DataSource shop = Plimsoll.builder(primaryPool)
                    .replica("a", poolA)
                    .replica("b", poolB)
                    .wrap();
            Listing orders = () -> look(shop, "basket");
            try (UnitOfWork unit = UnitOfWork.begin("GET /orders", "session of user 42")) {
                orders.list();
            }
            assertThat(shop.unwrap(Routing.class).statistics().units()).isPositive();
        }
    }

    @Test
    @ExpectStatements(max = 3)
    @ExpectNoFindings
    void thePageIsLoaded() throws SQLException {
        Listing orders = () -> assertThat(UnitOfWork.current()).isNotNull();
        orders.list();
    }

    private interface Listing {
        void list() throws SQLException;
    }

    private interface Orders {
        void place(Object basket) throws SQLException;
    }

    private static void look(DataSource dataSource, Object basket) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select * from information_schema.tables where table_name = ?")) {
            for (int i = 0; i < 5; i++) {
                statement.setString(1, basket + " " + i);
                statement.executeQuery();
            }
        }
    }

    @Test
    void everyLineThatIsShownIsHere() throws Exception {
        String here = Files.readString(Path.of("src/test/java/dev/plimsoll/ReadmeTest.java"));
        List<String> compiled = here.lines().map(String::strip).toList();
        String readme = Files.readString(Path.of("..", "README.md"));
        List<String> shown = JAVA.matcher(readme)
                .results()
                .flatMap(block -> Stream.of(block.group(1).split("\n")))
                .map(String::strip)
                .toList();
        assertThat(shown).hasSizeGreaterThan(8);
        assertThat(compiled).containsAll(shown);
    }

    @Test
    void itsLinksLeadSomewhere() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        List<String> links = Pattern.compile("]\\(([^)#:]+)\\)")
                .matcher(readme)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).isNotEmpty().allMatch(link -> Files.exists(Path.of("..", link)));
        assertThat(Arrays.stream(readme.split("\n")).filter(line -> line.contains("@@")))
                .isEmpty();
    }
}
