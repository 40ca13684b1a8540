package bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads one row by a statement that was prepared once. */
public final class ReusedStatement implements Work {
    private final Connection connection;
    private final PreparedStatement statement;
    private final Item item = new Item();

    public ReusedStatement(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        statement = connection.prepareStatement(Item.SELECT_ONE + "?");
    }

    @Override
    public long run() throws SQLException {
        statement.setLong(1, item.nextId());
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1) + row.getString(2).length() + row.getInt(3);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
