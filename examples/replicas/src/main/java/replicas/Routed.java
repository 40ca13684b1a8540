package replicas;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.Plimsoll;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Everything about Plimsoll that the shop has to know: one data source, over a pool for each node. */
final class Routed implements Access, AutoCloseable {
    private final DataSource shop;

    private Routed(DataSource shop) {
        this.shop = shop;
    }

    static Routed over(List<HikariDataSource> pools) {
        return new Routed(Plimsoll.builder(pools.get(0)).wrap());
    }

    @Override
    public Connection toRead(Customer customer) throws SQLException {
        return shop.getConnection();
    }

    @Override
    public Connection toWrite(Customer customer) throws SQLException {
        return shop.getConnection();
    }

    @Override
    public int servedBy(Connection connection) {
        return 0;
    }

    Gauges gauges() {
        return new Gauges(
                IntStream.range(0, Servers.NAMES.size())
                        .mapToObj(node -> new Gauges.NodeGauge(Servers.NAMES.get(node), node == 0, true, 0, 0))
                        .toList(),
                0,
                0,
                0);
    }

    /** Closes the pools, too. */
    @Override
    public void close() {
        try {
            ((Closeable) shop).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
