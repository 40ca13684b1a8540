package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application that is traced with OpenTelemetry's SDK, as Spring Boot sets it up. */
class SpansTest {
    private static final int ORDERS = 20;
    private static ConfigurableApplicationContext application;

    private final InMemorySpanExporter spans = application.getBean(InMemorySpanExporter.class);

    /** Not a test of Spring Boot's, which would switch tracing off. */
    @BeforeAll
    static void start() throws SQLException {
        application = new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=jdbc:h2:mem:spans",
                        "plimsoll.profile=test",
                        "management.tracing.sampling.probability=1")
                .run();
        try (Connection connection = application.getBean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders(id int primary key)");
            statement.execute("create table line(id int primary key, order_id int)");
            statement.execute("insert into orders select x from system_range(1, " + ORDERS + ")");
            statement.execute("insert into line select x, x from system_range(1, " + ORDERS + ")");
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void forget() {
        spans.reset();
    }

    @AfterEach
    void nothingLeaks() throws SQLException {
        Pools.assertNothingLeaks(application.getBean(DataSource.class));
    }

    @Test
    void theSpanOfARequestTellsWhatItCostTheDatabaseAndWhatWasFound() throws Exception {
        get("/orders");
        SpanData span = span("http get /orders");
        assertThat(attribute(span, "plimsoll.statements")).isEqualTo(String.valueOf(ORDERS + 1));
        assertThat(Double.parseDouble(String.valueOf(attribute(span, "plimsoll.database.millis"))))
                .isPositive();
        assertThat(attribute(span, "plimsoll.findings")).contains("n-plus-one");
        assertThat(span.getEvents()).anyMatch(event -> event.getName().equals("plimsoll.finding n-plus-one"));
    }

    @Test
    void thereIsNoSpanForAStatementOrARow() throws Exception {
        get("/orders");
        SpanData request = span("http get /orders");
        assertThat(spans.getFinishedSpanItems())
                .filteredOn(span -> span.getTraceId().equals(request.getTraceId()))
                .hasSize(1);
    }

    @Test
    void theSpanOfAnAsynchronousRequestTellsTheSame() throws Exception {
        get("/later");
        SpanData span = span("http get /later");
        assertThat(attribute(span, "plimsoll.statements")).isEqualTo(String.valueOf(ORDERS + 1));
        assertThat(attribute(span, "plimsoll.findings")).contains("n-plus-one");
    }

    @Test
    void theSpanOfARequestWithoutStatementsIsAsItWas() throws Exception {
        get("/nothing");
        assertThat(attribute(span("http get /nothing"), "plimsoll.statements")).isNull();
    }

    @Test
    void theSpanOfAScheduledTaskTellsTheSame() {
        application.getBean(Task.class).asked.set(true);
        await().untilAsserted(() -> {
            span("task task.run");
            assertThat(named("task task.run"))
                    .extracting(span -> attribute(span, "plimsoll.statements"))
                    .contains(String.valueOf(ORDERS + 1));
        });
    }

    @Test
    void theMeterOfRequestsGetsNoTagsOfOurs() throws Exception {
        get("/orders");
        span("http get /orders");
        Meter meter = application
                .getBean(MeterRegistry.class)
                .get("http.server.requests")
                .tag("uri", "/orders")
                .meter();
        assertThat(meter.getId().getTags()).extracting(Tag::getKey).noneMatch(key -> key.startsWith("plimsoll"));
    }

    private SpanData span(String name) {
        SdkTracerProvider provider = application.getBean(SdkTracerProvider.class);
        await().until(() -> {
            provider.forceFlush();
            return named(name).size() > 0;
        });
        return named(name).get(named(name).size() - 1);
    }

    private List<SpanData> named(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static @Nullable String attribute(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    private static void get(String path) throws Exception {
        URI address =
                URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableScheduling
    @Import({Pages.class, Task.class})
    static class Application {
        @Bean
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }

        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    static class Task {
        private final AtomicBoolean asked = new AtomicBoolean();
        private final DataSource dataSource;

        Task(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Scheduled(fixedDelay = 20)
        public void run() throws SQLException {
            if (asked.compareAndSet(true, false)) {
                page(dataSource);
            }
        }
    }

    @RestController
    static class Pages {
        private final DataSource dataSource;

        Pages(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @GetMapping("/orders")
        int orders() throws SQLException {
            return page(dataSource);
        }

        @GetMapping("/later")
        Callable<Integer> later() {
            return () -> page(dataSource);
        }

        @GetMapping("/nothing")
        String nothing() {
            return "nothing";
        }
    }

    /** One query for the orders, and one for each order's lines. */
    private static int page(DataSource dataSource) throws SQLException {
        int lines = 0;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet orders = statement.executeQuery("select id from orders order by id");
                PreparedStatement of = connection.prepareStatement("select id from line where order_id = ?")) {
            while (orders.next()) {
                of.setInt(1, orders.getInt(1));
                try (ResultSet found = of.executeQuery()) {
                    lines += found.next() ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
