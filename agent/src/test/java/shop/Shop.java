package shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * An application that knows nothing of Plimsoll. It does what the lines of its input say, and says {@code done} after each; it ends when
 * its input does. Its pool and classes are warm before it says so for the first time.
 */
public final class Shop {
    private static final int ORDERS = 12;

    private final DataSource pool;

    private Shop(DataSource pool) {
        this.pool = pool;
    }

    public static void main(String... arguments) throws SQLException, IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
        config.setPoolName("shop-pool");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Shop shop = new Shop(pool);
            shop.fill();
            shop.page();
            shop.basket();
            shop.run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
    }

    private void run(BufferedReader input) throws IOException, SQLException {
        Connection left = null;
        String line = "";
        while (line != null) {
            switch (line) {
                case "page" -> page();
                case "basket" -> basket();
                case "open" -> left = checkout();
                case "close" -> close(left);
                case "java 11" -> System.setProperty("java.specification.version", "11");
                case "java 8" -> System.setProperty("java.specification.version", "1.8");
                default -> {}
            }
            System.out.println("done");
            line = input.readLine();
        }
    }

    private void fill() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (id int primary key, customer varchar(40))");
            statement.execute("create table line (id int primary key, order_id int, title varchar(40))");
            for (int i = 0; i < ORDERS; i++) {
                statement.execute("insert into orders values (" + i + ", 'secret-" + i + "')");
                statement.execute("insert into line values (" + i + ", " + i + ", 'Widget')");
            }
        }
    }

    /** The lines of the orders, one order at a time. */
    private void page() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            String query = "select id from orders where customer like 'secret-%' order by id";
            try (Statement statement = connection.createStatement();
                    ResultSet orders = statement.executeQuery(query)) {
                while (orders.next()) {
                    lines(connection, orders.getInt("id"));
                }
            }
            connection.commit();
        }
    }

    private void lines(Connection connection, int order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select title from line where order_id = ?")) {
            statement.setInt(1, order);
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    lines.getString("title");
                }
            }
        }
    }

    /** One row for each statement. */
    private void basket() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < ORDERS; i++) {
                try (PreparedStatement statement =
                        connection.prepareStatement("update line set title = ? where id = ?")) {
                    statement.setString(1, "secret title");
                    statement.setInt(2, i);
                    statement.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    /** A transaction that stays open while the shop waits for what it is to do next. */
    private Connection checkout() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement("update line set title = 'secret' where id = 1")) {
            statement.executeUpdate();
        }
        return connection;
    }

    private static void close(Connection connection) throws SQLException {
        connection.rollback();
        connection.close();
    }
}
