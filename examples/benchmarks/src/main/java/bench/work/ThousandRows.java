package bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads 1,000 rows of one result. */
public final class ThousandRows implements Work {
    private final Connection connection;
    private final PreparedStatement statement;

    public ThousandRows(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        statement = connection.prepareStatement(Item.SELECT_ALL);
    }

    @Override
    public long run() throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return Work.read(rows);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
