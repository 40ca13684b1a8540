package dev.plimsoll.spring.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.spring.Web;
import dev.plimsoll.work.UnitOfWork;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** An application on a port of its own, with orders in H2. */
final class RunningApplication implements AutoCloseable {
    static final String SECRET_LITERAL = "literal-8f1c";
    static final String SECRET_BIND = "bind-77ab";
    static final int ORDERS = 12;

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningApplication start(String... properties) {
        return start(Web.SERVLET, properties);
    }

    static RunningApplication start(Web web, String... properties) {
        return start(web, Application.class, properties);
    }

    static RunningApplication start(Web web, Class<?> configuration, String... properties) {
        return start(web, configuration, Map.of(), properties);
    }

    /** A property that the application itself says where nobody else does. */
    static RunningApplication withDefault(String name, String value) {
        return start(Web.SERVLET, Application.class, Map.of(name, value));
    }

    private static RunningApplication start(
            Web web, Class<?> configuration, Map<String, String> defaults, String... properties) {
        Map<String, Object> standard = new HashMap<>(defaults);
        standard.put("spring.flyway.enabled", "false");
        standard.put("spring.data.jpa.repositories.enabled", "false");
        standard.put("spring.datasource.url", "jdbc:h2:mem:page" + DATABASES.incrementAndGet());
        String[] arguments =
                Arrays.stream(properties).map(property -> "--" + property).toArray(String[]::new);
        return new RunningApplication(web.serve(new SpringApplicationBuilder(configuration))
                .properties(standard)
                .run(arguments));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    private DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    /** A page of orders, with one query for each order's lines, and both secrets. */
    void page(String unit) throws Exception {
        UnitOfWork.run(unit, () -> {
            try (Connection connection = dataSource().getConnection();
                    Statement all = connection.createStatement()) {
                all.execute("create table if not exists orders(id int, customer varchar)");
                all.execute("create table if not exists line(order_id int, title varchar)");
                all.execute("merge into orders key(id) select x, '" + SECRET_LITERAL + "' from system_range(1, "
                        + ORDERS + ")");
                readEach(connection);
            }
            return true;
        });
    }

    private static void readEach(Connection connection) throws SQLException {
        try (Statement all = connection.createStatement();
                ResultSet orders = all.executeQuery(
                        "select id from orders where customer = '" + SECRET_LITERAL + "' order by id");
                PreparedStatement lines =
                        connection.prepareStatement("select title from line where order_id = ? and title <> ?")) {
            while (orders.next()) {
                lines.setInt(1, orders.getInt(1));
                lines.setString(2, SECRET_BIND);
                lines.executeQuery().close();
            }
        }
    }

    String port() {
        return context.getEnvironment().getRequiredProperty("local.server.port");
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return getAt(port(), path, headers);
    }

    static HttpResponse<String> getAt(String port, String path, String... headers) throws Exception {
        return CLIENT.send(request(port, path, headers), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(String path, String... headers) throws Exception {
        return CLIENT.send(request(port(), path, headers), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static HttpRequest request(String port, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /** The first line of the answer to a request that names another host. */
    String statusFor(String host, String path) throws IOException {
        try (Socket socket = new Socket("localhost", Integer.parseInt(port()))) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf("\r\n"));
        }
    }

    @Override
    public void close() throws SQLException {
        HikariDataSource pool = dataSource().unwrap(HikariDataSource.class);
        if (pool.getHikariPoolMXBean() != null) {
            boolean polled = context.getEnvironment().containsProperty("plimsoll.replicas[0].url");
            assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                    .as("connections not given back, but for the poller's")
                    .isLessThanOrEqualTo(polled ? 1 : 0);
        }
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
                "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration"
            })
    static class Application {}
}
