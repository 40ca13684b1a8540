package harbour;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.detect.Profile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An application that tests watch: ships and their containers, in H2. Its package is not Plimsoll's, so it has call sites. */
final class Harbour implements AutoCloseable {
    final DataSource watched;
    private final Connection keepsDatabase;

    Harbour(String name) throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + name);
        keepsDatabase = h2.getConnection();
        watched = Plimsoll.builder(h2).profile(Profile.TEST).wrap();
        try (Statement statement = keepsDatabase.createStatement()) {
            statement.execute("create table ship(id int primary key, name varchar)");
            statement.execute("create table container(id int primary key, ship_id int, weight int)");
        }
    }

    /** A harbour with so many ships. */
    static Harbour with(String name, int ships) {
        try {
            Harbour harbour = new Harbour(name);
            harbour.moor(ships);
            return harbour;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets there be so many ships, past Plimsoll. */
    void moor(int ships) throws SQLException {
        try (Statement statement = keepsDatabase.createStatement()) {
            statement.execute("delete from container");
            statement.execute("delete from ship");
            statement.execute("insert into ship select x, 'ship ' || x from system_range(1, " + ships + ")");
            statement.execute("insert into container select x, x, x * 10 from system_range(1, " + ships + ")");
        }
    }

    /** One query. */
    List<Integer> ships() throws SQLException {
        try (Connection connection = watched.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select id from ship order by id")) {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    /** One query. */
    int weight() throws SQLException {
        try (Connection connection = watched.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select sum(weight) from container")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** One query for the ships, and one for each of them. */
    int weightShipByShip() throws SQLException {
        int sum = 0;
        List<Integer> ships = ships();
        try (Connection connection = watched.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select weight from container where ship_id = ?")) {
            for (int ship : ships) {
                statement.setInt(1, ship);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    sum += rows.getInt(1);
                }
            }
        }
        return sum;
    }

    /** One insert. */
    void arrive(int id) throws SQLException {
        try (Connection connection = watched.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into ship values (?, 'new')")) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }

    /** Ends the database, if nobody else is connected any more. */
    @Override
    public void close() {
        try (Statement statement = keepsDatabase.createStatement();
                var sessions = statement.executeQuery("select count(*) from information_schema.sessions")) {
            sessions.next();
            int open = sessions.getInt(1) - 1;
            keepsDatabase.close();
            if (open > 0) {
                throw new IllegalStateException(open + " connections are left open");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
