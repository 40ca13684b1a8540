package shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * An application that fetches the lines of its orders one order at a time, over and over. Does so for the first time before it says that
 * it is open, so that its pool and classes are warm. Ends when its input does. What follows {@code key=value} sets system properties.
 */
public final class Shop {
    private static final int ORDERS = 12;
    private static final long PAUSE_MILLIS = 50;

    private final DataSource pool;

    private Shop(DataSource pool) {
        this.pool = pool;
    }

    public static void main(String... arguments) throws SQLException, InterruptedException {
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            System.setProperty(parts[0], parts[1]);
        }
        Thread end = new Thread(Shop::awaitEndOfInput, "end");
        end.setDaemon(true);
        end.start();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
        config.setPoolName("shop-pool");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Shop shop = new Shop(pool);
            shop.fill();
            shop.page();
            System.out.println("open");
            while (true) {
                shop.page();
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // as good as an end
        }
        Runtime.getRuntime().halt(0);
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

    private void page() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    ResultSet orders = statement.executeQuery("select id from orders where customer like 'secret-%' order by id")) {
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
}
