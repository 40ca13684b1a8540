package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.config.Options;
import dev.plimsoll.route.Guarantee;
import dev.plimsoll.route.Placement;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.Router;
import dev.plimsoll.testing.Logged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherDatabaseTest {

    @Test
    void aDatabaseWithoutPositionsIsRoutedByTime() {
        Router router = new Router(
                List.of("one", "other"),
                Options.of(Map.of("poll-idle", "100ms")).routing(),
                System::nanoTime);
        try (HikariDataSource one = Routed.pool("jdbc:h2:mem:one");
                HikariDataSource other = Routed.pool("jdbc:h2:mem:other")) {
            try (Logged log = Logged.under("dev.plimsoll.route");
                    NodePollers pollers = new NodePollers(router, List.of(one, other))) {
                pollers.start();
                pollers.start();
                Reader reader = Router.newReader();
                await().atMost(Routed.SOON).until(() -> reads(router, reader) == Reason.PROVEN_READ);
                assertThat(router.guarantee()).isEqualTo(Guarantee.WINDOW);
                assertThat(log.count("INFO This database tells no positions")).isOne();

                router.wrote(reader, true);
                assertThat(reads(router, reader)).isEqualTo(Reason.PINNED_WINDOW);
            }
            assertThat(one.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(other.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    private static Reason reads(Router router, Reader reader) {
        Placement placement = new Placement();
        Reason reason = router.place(placement, Reason.PROVEN_READ, reader, 0).reason();
        router.ended(placement);
        return reason;
    }
}
