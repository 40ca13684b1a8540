package chandlery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import dev.plimsoll.junit.ExpectFindings;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.Routing;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The shop on a primary with two standbys that stream from it. */
@OpenShop
@ActiveProfiles("postgres")
@TestPropertySource(properties = {"plimsoll.lag-limit=5m", "plimsoll.read-on-primary.elapsed=10"})
@ExpectNoFindings
class StandbysTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Cluster cluster;

    @Autowired
    private Visit visit;

    @LocalServerPort
    private int port;

    @BeforeEach
    void bothStandbysHaveEverything() {
        cluster.awaitCaughtUp();
        await().atMost(SOON).untilAsserted(() -> {
            new Browser(port).get("/takings");
            assertThat(statistics().standbysUp()).isEqualTo(2);
        });
    }

    @Test
    void pagesThatOnlyReadAreReadOnTheStandbys() throws Exception {
        RouteStatistics before = statistics();
        Browser stranger = new Browser(port);
        stranger.get("/catalogue");
        stranger.get("/takings");
        stranger.get("/harbours/Leith");
        stranger.get("/bought-together");
        assertThat(statistics().onReplicas()).isEqualTo(before.onReplicas() + 4);
        assertThat(statistics().candidates()).isEqualTo(before.candidates() + 4);
    }

    @Test
    void whoHasOrderedSeesItAtOnceAndTheOthersWhenTheStandbysHaveIt() throws Exception {
        Browser customer = new Browser(port);
        customer.post("/sign-in?customer=11");
        Browser stranger = new Browser(port);
        cluster.standbys().forEach(Server::pauseReplay);
        try {
            String takings = stranger.get("/takings");
            assertThat(customer.post("/orders?product=7&pieces=2")).contains("2 × Hawser No. 107");
            assertThat(customer.get("/takings")).isNotEqualTo(takings);
            assertThat(stranger.get("/takings")).isEqualTo(takings);
        } finally {
            cluster.standbys().forEach(Server::resumeReplay);
        }
        String takings = customer.get("/takings");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stranger.get("/takings")).isEqualTo(takings));
    }

    @Test
    @ExpectFindings(kind = "read-on-primary", exactly = 1)
    void aReportThatDoesNotSayThatItOnlyReadsBurdensThePrimary() throws Exception {
        assertThat(visit.get("/broken/bought-together")).isEqualTo(visit.get("/bought-together"));
    }

    private RouteStatistics statistics() throws SQLException {
        return dataSource.unwrap(Routing.class).statistics();
    }
}
