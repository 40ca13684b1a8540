package replicas;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is often done without Plimsoll: for a time after a customer's write the customer reads on the primary, and on any replica
 * after that, in the hope that it has caught up by then.
 */
record TimeWindow(List<HikariDataSource> pools, Duration window) implements Access {

    @Override
    public Connection toRead(Customer customer) throws SQLException {
        boolean soon = customer.nanosSinceLastOrder() < window.toNanos();
        int node = soon ? 0 : ThreadLocalRandom.current().nextInt(1, pools.size());
        return pools.get(node).getConnection();
    }

    @Override
    public Connection toWrite(Customer customer) throws SQLException {
        return pools.get(0).getConnection();
    }

    @Override
    public int servedBy(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        return pools.stream().map(HikariDataSource::getJdbcUrl).toList().indexOf(url);
    }
}
