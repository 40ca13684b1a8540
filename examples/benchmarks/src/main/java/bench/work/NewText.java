package bench.work;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Reads one row by a text that holds the id, so that no text ever comes back. */
public final class NewText implements Work {
    /** High enough for all texts to be of one length. */
    private static final long FIRST_ID = 1_000_000_000L;

    private final Connection connection;
    private long id = FIRST_ID;

    public NewText(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
    }

    @Override
    public long run() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Item.SELECT_ONE + id++)) {
            return Work.read(row);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
