package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.route.CausalCookie;
import dev.plimsoll.route.Routing;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A real primary with a standby that stands still: only who brings the cookie sees what was written since. */
@ExtendWith(OutputCaptureExtension.class)
class CausalCookieTest {
    private static final String SECRET = "only, for this test";
    private static final AtomicInteger IDS = new AtomicInteger();
    private static Cluster cluster;
    private static ConfigurableApplicationContext application;

    private final int id = IDS.incrementAndGet();

    @BeforeAll
    static void start() throws SQLException {
        cluster = Cluster.start(1);
        cluster.primary().execute("create table note(id int primary key)");
        cluster.awaitCaughtUp();
        application = new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "server.forward-headers-strategy=native",
                        "spring.flyway.enabled=false",
                        "spring.batch.jdbc.initialize-schema=never",
                        "spring.datasource.hikari.maximum-pool-size=4",
                        "plimsoll.causal-cookie.secret=" + SECRET,
                        "plimsoll.lag-limit=1h", // a standby that stands still is meant here
                        "plimsoll.causal-cookie.header=Causal-Token")
                .properties("spring.datasource.url=" + cluster.primary().url())
                .properties(
                        "plimsoll.replicas[0].url=" + cluster.standbys().get(0).url())
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
        cluster.close();
    }

    @BeforeEach
    void standStill() {
        cluster.awaitCaughtUp();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            long before = onReplicas();
            get("/notes/0");
            return onReplicas() > before;
        });
        standby().pauseReplay();
    }

    @AfterEach
    void goOn() throws SQLException {
        standby().resumeReplay();
        HikariDataSource pool = application.getBean(DataSource.class).unwrap(HikariDataSource.class);
        await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 1); // the poller's
    }

    @Test
    void aClientWithTheCookieSeesWhatItHasWrittenAndOneWithoutSeesTheStandby() throws Exception {
        String cookie = cookie(post("/notes/" + id));
        assertThat(get("/notes/" + id, "Cookie", cookie).body()).isEqualTo("1");
        assertMissing();
    }

    @Test
    void theHeaderDoesTheSameForServices() throws Exception {
        String token = post("/notes/" + id).headers().firstValue("Causal-Token").orElseThrow();
        assertThat(get("/notes/" + id, "Causal-Token", token).body()).isEqualTo("1");
        assertMissing();
    }

    @Test
    void theCookieIsForBrowsersOnlyAndForTheirOwnRequests() throws Exception {
        String plain = post("/notes/" + id).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(plain)
                .startsWith(CausalCookie.NAME + "=")
                .contains("; Path=/", "; Max-Age=300", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure");
        String secure = post("/notes/" + IDS.incrementAndGet(), "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(secure).contains("; Secure");
    }

    @Test
    void whoWritesNothingGetsNoCookie() throws Exception {
        assertThat(get("/notes/" + id).headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void redirectsErrorsAndAsynchronousAnswersTakeItAlong() throws Exception {
        assertThat(cookie(post("/redirected/" + id))).isNotEmpty();
        assertThat(cookie(post("/refused/" + IDS.incrementAndGet()))).isNotEmpty();
        assertThat(cookie(post("/later/" + IDS.incrementAndGet()))).isNotEmpty();
        assertThat(cookie(post("/empty/" + IDS.incrementAndGet()))).isNotEmpty();
    }

    @Test
    void whatWasTamperedWithOrIsTooOldIsIgnoredWithOneLine(CapturedOutput output) throws Exception {
        String token = post("/notes/" + id).headers().firstValue("Causal-Token").orElseThrow();
        for (int i = 0; i < 2; i++) {
            assertThat(rejected()).isEqualTo(3.0 * i);
            get("/notes/" + id, "Cookie", CausalCookie.NAME + "=" + tampered(token));
            get("/notes/" + id, "Causal-Token", old(token));
            get("/notes/" + id, "Causal-Token", "nonsense");
        }
        for (String reason :
                new String[] {"its signature does not fit", "it is too old", "it is not a token of this version"}) {
            assertThat(StringUtils.countOccurrencesOf(output.getOut(), "The causal token is refused: " + reason))
                    .as(reason)
                    .isOne();
        }
        assertThat(rejected()).isEqualTo(6);
        assertMissing("Cookie", CausalCookie.NAME + "=" + tampered(token));
        assertMissing("Causal-Token", old(token));
    }

    private void assertMissing(String... headers) throws Exception {
        assertThat(get("/notes/" + id, headers).body()).isEqualTo("0");
    }

    private static double rejected() {
        return application
                .getBean(MeterRegistry.class)
                .get("plimsoll.route.tokens.rejected")
                .functionCounters()
                .stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    private static Server standby() {
        return cluster.standbys().get(0);
    }

    private static long onReplicas() throws SQLException {
        return application
                .getBean(DataSource.class)
                .unwrap(Routing.class)
                .statistics()
                .onReplicas();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    /** Tells of another position. */
    private static String tampered(String token) {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        bytes[21] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As it would have been signed ten minutes ago. */
    private static String old(String token) throws Exception {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        int body = bytes.length - 16;
        ByteBuffer.wrap(bytes).putInt(22, (int) Instant.now().getEpochSecond() - 600);
        byte[] secret = MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().formatHex(secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        System.arraycopy(mac.doFinal(Arrays.copyOf(bytes, body)), 0, bytes, body, 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    private static HttpResponse<String> post(String path, String... headers) throws Exception {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path));
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Notes.class)
    static class Application {
        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @RestController
    static class Notes {
        private final JdbcTemplate jdbc;

        Notes(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/notes/{id}")
        String read(@PathVariable int id) {
            return String.valueOf(jdbc.queryForObject("select count(*) from note where id = ?", Integer.class, id));
        }

        @PostMapping("/notes/{id}")
        String write(@PathVariable int id) {
            jdbc.update("insert into note values (?)", id);
            return "written";
        }

        @PostMapping("/redirected/{id}")
        void redirected(@PathVariable int id, HttpServletResponse response) throws IOException {
            write(id);
            response.sendRedirect("/notes/" + id);
        }

        @PostMapping("/refused/{id}")
        void refused(@PathVariable int id, HttpServletResponse response) throws IOException {
            write(id);
            response.sendError(400, "written nevertheless");
        }

        @PostMapping("/later/{id}")
        Callable<String> later(@PathVariable int id) {
            return () -> write(id);
        }

        @PostMapping("/empty/{id}")
        void empty(@PathVariable int id) {
            write(id);
        }
    }
}
