package dev.plimsoll.scenario;

import static org.awaitility.Awaitility.await;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** What one history is played on: databases of its own, watched, and what was found in them. */
final class Stage implements AutoCloseable {
    private static final String SCHEMA = "runscript from 'classpath:/dev/plimsoll/scenario/schema.sql'";

    final Collector findings = new Collector();

    private final Profile profile;
    private final List<Keeper> keepers = new ArrayList<>();
    private final List<TwoNodes> routed = new ArrayList<>();

    Stage(Profile profile) {
        this.profile = profile;
    }

    /** A new database with the tables of the corpus, as its driver gives it. */
    DataSource h2(String name) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name);
        Connection keeper = database.getConnection();
        keepers.add(new Keeper(keeper, "select count(*) from information_schema.sessions"));
        try (Statement statement = keeper.createStatement()) {
            statement.execute(SCHEMA);
        }
        return database;
    }

    /** A new database without tables. */
    DataSource postgres() throws SQLException {
        DataSource database = Postgres.freshDataSource();
        keepers.add(
                new Keeper(
                        database.getConnection(),
                        "select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend'"));
        return database;
    }

    DataSource watched(DataSource database) {
        return Plimsoll.builder(database)
                .profile(profile)
                .reporter(findings)
                .clock(Time::now)
                .option("application-packages", Stage.class.getPackageName())
                .option("report.log", "false")
                .wrap();
    }

    /** A database that plays the primary and its replica both, routed and watched. */
    TwoNodes routed(DataSource database, boolean autocommitReads) {
        TwoNodes nodes = new TwoNodes(database, autocommitReads, profile, findings);
        routed.add(nodes);
        return nodes;
    }

    @Override
    public void close() throws SQLException {
        routed.forEach(TwoNodes::close);
        for (Keeper keeper : keepers) {
            keeper.close();
        }
    }

    /** Keeps a database alive, and knows in the end whether the history has given all connections back. */
    private record Keeper(Connection connection, String countOfConnections) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            try (connection) {
                await("no connection is left open").pollDelay(Duration.ZERO).until(() -> connections() == 1);
            }
        }

        private int connections() throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery(countOfConnections)) {
                count.next();
                return count.getInt(1);
            }
        }
    }
}
