package bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes 100 rows in one batch. */
public final class Batch implements Work {
    private static final int ROWS = 100;

    private final Connection connection;
    private final PreparedStatement insert;
    private final Item item = new Item();

    public Batch(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        insert = connection.prepareStatement("insert into movement (item, quantity) values (?, 1)");
    }

    @Override
    public long run() throws SQLException {
        for (int i = 0; i < ROWS; i++) {
            insert.setLong(1, item.nextId());
            insert.addBatch();
        }
        return insert.executeBatch().length;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
