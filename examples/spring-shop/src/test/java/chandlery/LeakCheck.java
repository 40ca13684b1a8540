package chandlery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.Routing;
import dev.plimsoll.work.UnitOfWork;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** After each test all connections are back in their pools, but one of each routed node, which its poller keeps. */
final class LeakCheck implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        DataSource shop = SpringExtension.getApplicationContext(test).getBean(DataSource.class);
        // A request's answer is there a moment before its thread has done.
        await().untilAsserted(() -> assertNothingIsOut(shop));
        assertThat(UnitOfWork.current()).isNull();
    }

    private static void assertNothingIsOut(DataSource shop) throws SQLException {
        boolean routed = shop.isWrapperFor(Routing.class);
        if (routed) {
            assertThat(shop.unwrap(Routing.class).statistics().nodes())
                    .extracting(RouteStatistics.NodeStatistics::inFlight)
                    .containsOnly(0);
        }
        int active = shop.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
        assertThat(active).as("connections not given back").isLessThanOrEqualTo(routed ? 1 : 0);
    }
}
