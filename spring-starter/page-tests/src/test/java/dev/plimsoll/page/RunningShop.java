package dev.plimsoll.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.logbook.Logbook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import shop.Orders;
import shop.ShopApplication;

/** The shop on a port of its own, with a database of its own. */
final class RunningShop implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningShop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param port 0 for any that is free */
    static RunningShop open(int port, String... options) {
        String[] all = Stream.concat(Stream.of("--server.port=" + port), Stream.of(options))
                .toArray(String[]::new);
        return new RunningShop(SpringApplication.run(ShopApplication.class, all));
    }

    Orders orders() {
        return context.getBean(Orders.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String address(String path) {
        return "http://localhost:" + port() + path;
    }

    String page(String view) {
        return address("/actuator/plimsoll/page" + view);
    }

    RunningShop ask(String... paths) throws Exception {
        for (String path : paths) {
            assertThat(CLIENT.send(request(path), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        return this;
    }

    CompletableFuture<?> begin(String path) {
        return CLIENT.sendAsync(request(path), HttpResponse.BodyHandlers.discarding());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path))).build();
    }

    @Override
    public void close() throws SQLException {
        HikariDataSource pool = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
        int ofPoller = context.getBean(Logbook.class).nodes().isEmpty() ? 0 : 1;
        await().untilAsserted(() -> assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                .as("connections not given back")
                .isLessThanOrEqualTo(ofPoller));
        context.close();
    }
}
