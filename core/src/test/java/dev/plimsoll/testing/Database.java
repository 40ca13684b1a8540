package dev.plimsoll.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database that one test class has for itself. */
public final class Database implements AutoCloseable {
    private final String url;
    private final String countSessions;
    private final Connection keeper;

    private Database(String url, String countSessions) throws SQLException {
        this.url = url;
        this.countSessions = countSessions;
        this.keeper = DriverManager.getConnection(url);
    }

    public static Database h2() throws SQLException {
        return new Database("jdbc:h2:mem:" + UUID.randomUUID(), "SELECT COUNT(*) - 1 FROM INFORMATION_SCHEMA.SESSIONS");
    }

    public static Database postgres() throws SQLException {
        return new Database(
                Postgres.freshUrl(),
                "SELECT COUNT(*) - 1 FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND backend_type = 'client backend'");
    }

    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    public String url() {
        return url;
    }

    /** The driver's own data source. */
    public DataSource dataSource() {
        if (isPostgres()) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(url);
            return dataSource;
        }
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    /** A pool over the driver's own data source; whoever asks closes it. */
    public HikariDataSource pool() {
        return pool(dataSource());
    }

    /** A pool of at most two connections. */
    public static HikariDataSource pool(DataSource connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections);
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    public void execute(String... statements) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public long number(String query) throws SQLException {
        try (Statement statement = keeper.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Sessions of others. */
    public long sessions() throws SQLException {
        return number(countSessions);
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }
}
