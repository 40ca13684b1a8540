package dev.plimsoll.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.testing.Database;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Orders and their lines in H2, and what an application does with them. */
final class Shop implements AutoCloseable {
    static final String LINES = "select title from line where order_id = ?";
    static final String ORDERS = "select id from orders order by id";

    private final Database database = Database.h2();

    Shop(int orders) throws SQLException {
        database.execute(
                "create table orders(id int primary key, customer varchar)",
                "create table line(id int primary key, order_id int, title varchar)",
                "insert into orders select x, 'customer ' || x from system_range(1, " + orders + ")",
                "insert into line select x, 1 + mod(x, " + orders + "), 'line ' || x from system_range(1, " + 2 * orders
                        + ")");
    }

    Plimsoll.Builder watched() {
        return Plimsoll.builder(database.dataSource())
                .profile(Profile.TEST)
                .option("application-packages", Shop.class.getName() + "," + OpenTransactionsTest.class.getName())
                .option("report.log", "false");
    }

    DataSource watched(Logbook logbook) {
        return watched().logbook(logbook, "shop").wrap();
    }

    /** One query for the orders, and one for each order's lines. */
    static int page(DataSource dataSource) throws Exception {
        return UnitOfWork.run("GET /orders", () -> {
            int lines = 0;
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet orders = statement.executeQuery(ORDERS);
                    PreparedStatement of = connection.prepareStatement(LINES)) {
                while (orders.next()) {
                    of.setInt(1, orders.getInt(1));
                    lines += count(of);
                }
            }
            return lines;
        });
    }

    static int count(PreparedStatement query) throws SQLException {
        int count = 0;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    /** Looks at no more than it is asked to. */
    static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, sql);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        assertThat(database.sessions()).as("open connections").isZero();
        database.close();
    }
}
