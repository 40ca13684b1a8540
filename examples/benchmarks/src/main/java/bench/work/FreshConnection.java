package bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Takes a connection, prepares a statement, reads one row and closes all of it. */
public final class FreshConnection implements Work {
    private final DataSource dataSource;
    private final Item item = new Item();

    public FreshConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long run() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(Item.SELECT_ONE + "?")) {
            statement.setLong(1, item.nextId());
            try (ResultSet row = statement.executeQuery()) {
                return Work.read(row);
            }
        }
    }
}
