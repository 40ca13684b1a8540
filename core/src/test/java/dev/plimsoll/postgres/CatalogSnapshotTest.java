package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.config.Options;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.BuiltIns;
import dev.plimsoll.sql.Catalog;
import dev.plimsoll.sql.CatalogBuilder;
import dev.plimsoll.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CatalogSnapshotTest {
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean fails;

    private Catalog read(Connection connection) throws SQLException {
        reads.incrementAndGet();
        if (fails) {
            connection.abort(Runnable::run);
            throw new SQLException("not now", "08006");
        }
        return new CatalogBuilder(new BuiltIns()).build();
    }

    @Test
    void itIsReadFromThePrimaryAndAnewWhenSomethingWasDefined() {
        Router router = new Router(List.of("primary"), Options.of(Map.of()).routing(), System::nanoTime);
        try (HikariDataSource pool = Routed.pool(Postgres.freshUrl())) {
            try (NodePollers pollers = new NodePollers(router, List.of(pool), this::read)) {
                snapshots(pollers);
            }
            assertThat(router.awaitPrimary(0)).hasToString("primary");
            await().atMost(Routed.SOON).until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        }
    }

    private void snapshots(NodePollers pollers) {
        assertThat(pollers.catalog()).isSameAs(Catalog.EMPTY);
        pollers.start();
        await().atMost(Routed.SOON).until(() -> pollers.catalog() != Catalog.EMPTY);
        Catalog first = pollers.catalog();

        pollers.catalogChanged();
        await().atMost(Routed.SOON).until(() -> pollers.catalog() != first);
        Catalog second = pollers.catalog();

        fails = true;
        int before = reads.get();
        pollers.catalogChanged();
        await().atMost(Routed.SOON).until(() -> reads.get() > before);
        assertThat(pollers.catalog()).isSameAs(second);

        fails = false;
        pollers.catalogChanged();
        await().atMost(Routed.SOON).until(() -> pollers.catalog() != second);
    }
}
