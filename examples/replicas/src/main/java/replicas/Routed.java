package replicas;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.Plimsoll;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.RoutedConnection;
import dev.plimsoll.route.Routing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Everything about Plimsoll that the shop has to know: one data source, over a pool for each node. */
final class Routed implements Access, AutoCloseable {
    private final DataSource shop;
    private final Routing routing;

    private Routed(DataSource shop) throws SQLException {
        this.shop = shop;
        this.routing = shop.unwrap(Routing.class);
    }

    static Routed over(List<HikariDataSource> pools) throws SQLException {
        return new Routed(Plimsoll.builder(pools.get(0))
                .replica("a", pools.get(1))
                .replica("b", pools.get(2))
                .wrap());
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
    public int servedBy(Connection connection) throws SQLException {
        RouteDecision decision = connection.unwrap(RoutedConnection.class).lastDecision();
        return Objects.requireNonNull(decision, "something was executed").node().index();
    }

    Gauges gauges() {
        RouteStatistics now = routing.statistics();
        return new Gauges(
                IntStream.range(0, Servers.NAMES.size())
                        .mapToObj(node ->
                                gauge(Servers.NAMES.get(node), now.nodes().get(node)))
                        .toList(),
                now.pinned(),
                now.releases().count(),
                now.releases().totalNanos());
    }

    private static Gauges.NodeGauge gauge(String name, RouteStatistics.NodeStatistics node) {
        return new Gauges.NodeGauge(
                name,
                node.role() == RouteStatistics.Role.PRIMARY,
                node.role() != RouteStatistics.Role.UNUSED && !node.breakerOpen(),
                node.behindBytes(),
                node.behindNanos());
    }

    /** Ends the watching of the nodes; the pools live on. */
    @Override
    public void close() {
        try {
            ((AutoCloseable) shop).close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
