package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.route.Capture;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.RouteOptions;
import dev.plimsoll.route.RoutedConnection;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.AccessClass;
import dev.plimsoll.work.ObservedRouting;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.Place;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a routed connection's last decision means for the unit of work. */
class PlacingTest {
    private static final RouteOptions OPTIONS = new RouteOptions(
            ReadLevel.READ_YOUR_WRITES,
            true,
            Capture.GROUP,
            false,
            Duration.ofSeconds(1),
            Duration.ofMillis(10),
            Duration.ofSeconds(10),
            Long.MAX_VALUE,
            Duration.ZERO,
            10,
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            false,
            Duration.ofMinutes(10),
            10,
            List.of());

    private static final Node NODE = new Router(List.of("primary", "replica"), OPTIONS, System::nanoTime)
            .nodes()
            .get(0);

    private static Connection decided(@Nullable RouteDecision decision) {
        Connection driver = new RecordingDriver().connection();
        Class<?>[] types = {Connection.class, RoutedConnection.class};
        return (Connection) Proxy.newProxyInstance(
                PlacingTest.class.getClassLoader(),
                types,
                (proxy, method, arguments) ->
                        method.getName().equals("lastDecision") ? decision : method.invoke(driver, arguments));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyTheLackOfADeclarationIsUndeclared(Reason reason) {
        boolean undeclared = reason == Reason.NOT_READ_ONLY || reason == Reason.AUTOCOMMIT_READS_OFF;
        assertThat(Placing.of(decided(new RouteDecision(NODE, false, reason))))
                .isEqualTo(undeclared ? Place.PRIMARY_UNDECLARED : Place.PRIMARY_BY_NEED);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aReplicaIsAReplica(Reason reason) {
        assertThat(Placing.of(decided(new RouteDecision(NODE, true, reason)))).isEqualTo(Place.REPLICA);
    }

    @Test
    void withoutADecisionNothingIsRouted() {
        assertThat(Placing.of(decided(null))).isEqualTo(Place.NOT_ROUTED);
        assertThat(Placing.of(new RecordingDriver().connection())).isEqualTo(Place.NOT_ROUTED);
    }

    @Test
    void itIsAskedForEachExecution() throws Exception {
        try (Recording recording = new Recording()) {
            recording.recorder.routing(
                    () -> new ObservedRouting(1, 0, 1, 1), facts -> facts.access() == AccessClass.READ);
            Connection connection =
                    recording.interception.wrap(decided(new RouteDecision(NODE, false, Reason.NOT_READ_ONLY)));
            ObservedStatement observed = recording.statement(() -> {
                connection.setAutoCommit(false);
                connection.createStatement().executeQuery("select a from t").close();
                connection.commit();
            });
            assertThat(observed.undeclared().transactions()).isEqualTo(1);
            connection.close();
        }
    }
}
