package shop.test;

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

/** The page under test, on a database of its own, broken and mended. */
final class OrdersPage implements AutoCloseable {
    private final DataSource shop;
    private final Connection keepsDatabase;

    OrdersPage() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:testing-" + System.identityHashCode(this));
        keepsDatabase = h2.getConnection();
        shop = Plimsoll.builder(h2).profile(Profile.TEST).wrap();
        try (Statement statement = keepsDatabase.createStatement()) {
            statement.execute("create table orders(id int primary key)");
            statement.execute("create table order_line(id int primary key, order_id int, cents int)");
        }
        create(5);
    }

    /** Lets there be so many orders. */
    void create(int orders) throws SQLException {
        try (Statement statement = keepsDatabase.createStatement()) {
            statement.execute("delete from order_line");
            statement.execute("delete from orders");
            statement.execute("insert into orders select x from system_range(1, " + orders + ")");
            statement.execute("insert into order_line select x, x, 100 from system_range(1, " + orders + ")");
        }
    }

    int broken() throws SQLException {
        int cents = 0;
        try (Connection connection = shop.getConnection();
                PreparedStatement lines =
                        connection.prepareStatement("select cents from order_line where order_id = ?")) {
            for (int order : orders(connection)) {
                lines.setInt(1, order);
                try (var rows = lines.executeQuery()) {
                    rows.next();
                    cents += rows.getInt(1);
                }
            }
        }
        return cents;
    }

    private static List<Integer> orders(Connection connection) throws SQLException {
        List<Integer> orders = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select id from orders order by id")) {
            while (rows.next()) {
                orders.add(rows.getInt(1));
            }
        }
        return orders;
    }

    int mended() throws SQLException {
        try (Connection connection = shop.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select sum(l.cents) from orders o join order_line l on l.order_id = o.id")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Ends the database, if nobody else is connected any more. */
    @Override
    public void close() throws SQLException {
        try (Statement statement = keepsDatabase.createStatement();
                var sessions = statement.executeQuery("select count(*) from information_schema.sessions")) {
            sessions.next();
            if (sessions.getInt(1) > 1) {
                throw new IllegalStateException(sessions.getInt(1) - 1 + " connections are left open");
            }
        }
        keepsDatabase.close();
    }
}
