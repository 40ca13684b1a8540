package dev.plimsoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlimsollDriverTest {
    private final PlimsollDriver driver = new PlimsollDriver();

    @Test
    void theDriverIsFoundByItsUrl() throws SQLException {
        assertThat(DriverManager.getDriver("jdbc:plimsoll:h2:mem:found")).isInstanceOf(PlimsollDriver.class);
        try (Connection connection = DriverManager.getConnection("jdbc:plimsoll:h2:mem:found")) {
            assertThat(connection).isNotInstanceOf(JdbcConnection.class);
            assertThat(connection.unwrap(JdbcConnection.class)).isNotNull();
            assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:h2:mem:found");
        }
    }

    @Test
    void aForeignUrlIsLeftToItsDriver() throws SQLException {
        assertThat(driver.connect("jdbc:h2:mem:foreign", new Properties())).isNull();
        assertThat(driver.acceptsURL("jdbc:h2:mem:foreign")).isFalse();
        assertThat(driver.acceptsURL(null)).isFalse();
        assertThat(driver.getPropertyInfo("jdbc:h2:mem:foreign", new Properties()))
                .isEmpty();
    }

    @Test
    void aNullUrlIsASentence() {
        assertThatThrownBy(() -> driver.connect(null, new Properties()))
                .isInstanceOf(SQLException.class)
                .hasMessage("the URL is null; write it as jdbc:plimsoll:postgresql://host/database");
    }

    @Test
    void anUnknownOptionIsASentence() {
        assertThatThrownBy(() ->
                        DriverManager.getConnection("jdbc:plimsoll:h2:mem:x;plimsoll.profle=prod;PASSWORD=secret"))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith(
                        "'plimsoll.profle' is not an option of Plimsoll; did you mean 'plimsoll.profile'?")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aValueThatIsNotLegalIsASentence() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:plimsoll:h2:mem:x;plimsoll.n-plus-one.executions=0"))
                .isInstanceOf(SQLException.class)
                .hasMessage("plimsoll.n-plus-one.executions is '0', but must be a whole number from 2 on");
    }

    @Test
    void aUrlWithoutADatabaseIsASentence() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:plimsoll:"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("names no database after jdbc:plimsoll:");
    }

    @Test
    void aMissingDriverIsASentenceThatNamesTheDriversFoundAndNoPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:plimsoll:nosuch://host/db?password=secret"))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("no JDBC driver accepts jdbc:nosuch://host/db; the drivers found are: ")
                .hasMessageContaining("org.h2.Driver")
                .hasMessageContaining("org.postgresql.Driver")
                .hasMessageNotContaining("secret");
    }

    @Test
    void ourPrefixTwiceFindsNoDriver() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:plimsoll:plimsoll:h2:mem:x"))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("no JDBC driver accepts jdbc:plimsoll:h2:mem:x");
    }

    @Test
    void theRealDriversExceptionPasses() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:plimsoll:h2:mem:x;NO_SUCH_SETTING=1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NO_SUCH_SETTING");
    }

    @Test
    void theCallersPropertiesStayAsTheyAre() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "sa");
        properties.setProperty("plimsoll.profile", "test");
        Properties before = (Properties) properties.clone();
        DriverManager.getConnection("jdbc:plimsoll:h2:mem:props", properties).close();
        assertThat(properties).isEqualTo(before);
    }

    @Test
    void switchedOffItHandsOutTheRealDriversConnection() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:plimsoll:h2:mem:off;plimsoll.enabled=false")) {
            assertThat(connection).isInstanceOf(JdbcConnection.class);
        }
    }

    @Test
    void propertyInfoIsTheRealDrivers() throws SQLException {
        Driver postgresql = DriverManager.getDriver("jdbc:postgresql://h/db");
        assertThat(driver.getPropertyInfo("jdbc:plimsoll:postgresql://h/db?plimsoll.profile=prod", new Properties()))
                .hasSameSizeAs(postgresql.getPropertyInfo("jdbc:postgresql://h/db", new Properties()));
    }

    @Test
    void itPromisesNothingItDoesNotHold() {
        assertThat(driver.jdbcCompliant()).isFalse();
        assertThatThrownBy(driver::getParentLogger).isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    @Test
    void aPoolOnTheUrlFindsAnNPlusOne(@TempDir Path folder) throws Exception {
        Path findings = folder.resolve("deep/findings.jsonl");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:plimsoll:h2:mem:pool;plimsoll.report.json=" + findings + ";DB_CLOSE_DELAY=-1");
        config.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table post(id int primary key)");
                statement.execute("create table comment(id int primary key, post_id int)");
                statement.execute("insert into post select x from system_range(1, 20)");
            }
            dev.plimsoll.work.UnitOfWork.run("GET /posts", () -> {
                readCommentsOfEachPost(pool);
                return null;
            });
        }
        assertThat(Files.readAllLines(findings))
                .singleElement()
                .asString()
                .contains(
                        "\"kind\":\"n-plus-one\"",
                        "\"confidence\":\"confirmed\"",
                        "\"unit\":\"GET /posts\"",
                        "\"count\":20");
    }

    private static void readCommentsOfEachPost(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet posts = statement.executeQuery("select id from post");
                PreparedStatement comments = connection.prepareStatement("select id from comment where post_id = ?")) {
            while (posts.next()) {
                comments.setInt(1, posts.getInt(1));
                comments.executeQuery().close();
            }
        }
    }
}
