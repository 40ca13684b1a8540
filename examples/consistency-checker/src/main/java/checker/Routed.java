package checker;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.Plimsoll;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.RoutedConnection;
import dev.plimsoll.route.Routing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The library over the pools. */
record Routed(DataSource dataSource, Routing routing) implements Subject {
    private static final Map<String, String> OPTIONS = Map.of(
            // A session whose commit is in doubt is to come back before the run is over.
            "plimsoll.in-doubt-window", "3s",
            "plimsoll.token-keys", "1:the key of the checker");

    static Subject over(Pools pools, Map<String, String> options) {
        Plimsoll.Builder builder = Plimsoll.builder(pools.primary());
        OPTIONS.forEach(builder::option);
        options.forEach(builder::option);
        for (HikariDataSource replica : pools.all().subList(1, pools.all().size())) {
            builder.replica(replica.getPoolName().replace(' ', '-'), replica);
        }
        DataSource routed = builder.wrap();
        try {
            return new Routed(routed, routed.unwrap(Routing.class));
        } catch (SQLException e) {
            throw new IllegalStateException("a data source with replicas tells nothing of them", e);
        }
    }

    @Override
    public boolean routes() {
        return true;
    }

    @Override
    public String decision(Connection connection) {
        try {
            RouteDecision decision = connection.unwrap(RoutedConnection.class).lastDecision();
            return decision == null ? "undecided" : decision.toString();
        } catch (SQLException e) {
            return "undecided: " + e.getMessage();
        }
    }

    @Override
    public int freePlaces() {
        return routing.statistics().freePlaces();
    }

    @Override
    public @Nullable String token() {
        return null;
    }

    @Override
    public void accept(String token) {
        throw new UnsupportedOperationException("there are no tokens");
    }

    @Override
    public long suspectedLosses() {
        return routing.statistics().suspectedLosses();
    }

    @Override
    public String summary() {
        RouteStatistics statistics = routing.statistics();
        return "%d candidates, %d on replicas, %d pinned; %d epoch changes, %d suspected losses; %s"
                .formatted(
                        statistics.candidates(),
                        statistics.onReplicas(),
                        statistics.pinned(),
                        statistics.epochChanges(),
                        statistics.suspectedLosses(),
                        statistics.nodes());
    }

    @Override
    public void close() {
        if (dataSource instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) { // as AutoCloseable declares it
                throw new IllegalStateException("the data source does not close", e);
            }
        }
    }
}
