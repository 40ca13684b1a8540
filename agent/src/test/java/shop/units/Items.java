package shop.units;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads items one by one, which is worth a finding; the name of the case is in the statement, and so in the finding. */
public final class Items {
    private static final String URL = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";
    private static final int ROWS = 12;

    private Items() {}

    public static int read(String named) {
        try (Connection connection = DriverManager.getConnection(URL)) {
            return read(connection, named);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int read(Connection connection, String named) throws SQLException {
        ensureTable(connection);
        int sum = 0;
        try (PreparedStatement statement =
                connection.prepareStatement("select id as " + named + " from item where id = ?")) {
            for (int i = 1; i <= ROWS; i++) {
                statement.setInt(1, i);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    sum += row.getInt(1);
                }
            }
        }
        return sum;
    }

    /** One at a time, since a table is there before its rows are. */
    private static synchronized void ensureTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists item as select x as id from system_range(1, " + ROWS + ")");
        }
    }
}
