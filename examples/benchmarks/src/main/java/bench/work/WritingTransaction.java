package bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Inserts, updates and commits by statements that were prepared once. */
public final class WritingTransaction implements Work {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final Item item = new Item();

    public WritingTransaction(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        insert = connection.prepareStatement("insert into movement (item, quantity) values (?, 1)");
        update = connection.prepareStatement("update item set quantity = quantity + 1 where id = ?");
    }

    @Override
    public long run() throws SQLException {
        connection.setAutoCommit(false);
        long id = item.nextId();
        insert.setLong(1, id);
        int inserted = insert.executeUpdate();
        update.setLong(1, id);
        int updated = update.executeUpdate();
        connection.commit();
        return (long) inserted + updated;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
