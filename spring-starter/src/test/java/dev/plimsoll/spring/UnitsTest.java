package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.UnitOfWork;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A whole application: what it does for one request, task or transaction is one unit of work, with that one's name. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.flyway.enabled=false", "spring.datasource.url=jdbc:h2:mem:units", "plimsoll.profile=test"
        })
class UnitsTest {
    @Autowired
    private Findings findings;

    @Autowired
    private Environment environment;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Shop shop;

    @AfterEach
    void nothingLeaks() throws Exception {
        Pools.assertNothingLeaks(dataSource);
        assertThat(UnitOfWork.current()).isNull();
    }

    @Test
    void aRequestIsAUnitWithTheNameOfItsRoute() throws Exception {
        get("/orders/42");
        await().untilAsserted(() -> assertThat(shop.named()).contains("GET /orders/{id}"));
        assertThat(findings.all).extracting(Finding::unit).noneMatch(name -> name.contains("42"));
    }

    @Test
    void itHasThatNameWhileItIsHandled() throws Exception {
        assertThat(get("/named/42").body()).isEqualTo("GET /named/{id}");
    }

    @Test
    void anAsynchronousRequestIsOneUnitToo() throws Exception {
        get("/later");
        await().untilAsserted(() -> assertThat(shop.named()).contains("GET /later"));
    }

    @Test
    void whatARequestHandsToAnExecutorBelongsToIt() throws Exception {
        get("/async");
        await().untilAsserted(() -> assertThat(shop.named()).contains("GET /async"));
    }

    @Test
    void theSessionOfARequestIsThatOfItsUnitAndIsNotTold() throws Exception {
        String none = get("/session").body();
        assertThat(none).isEqualTo("null");
        HttpResponse<String> made = get("/login");
        String cookie = made.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String key = get("/session", "Cookie", cookie).body();
        assertThat(key).hasSize(32).isNotEqualTo(cookie.substring(cookie.indexOf('=') + 1));
        assertThat(get("/session", "Cookie", cookie).body()).isEqualTo(key);
    }

    @Test
    void aScheduledTaskIsAUnit() {
        await().untilAsserted(() -> assertThat(shop.named()).contains("task shop.scheduled"));
    }

    @Test
    void aTransactionIsAUnitWithTheNameOfItsMethodWhereThereIsNoOther() throws Exception {
        shop.transactional();
        await().untilAsserted(
                        () -> assertThat(shop.named()).contains("dev.plimsoll.spring.UnitsTest$Shop.transactional"));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + environment.getProperty("local.server.port") + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableAsync
    @EnableScheduling
    @Import({Pages.class, Shop.class})
    static class Application {
        @Bean
        Findings findings() {
            return new Findings();
        }
    }

    static class Shop {
        /** The units in which something was asked, by the names they had at their end. */
        private final List<String> named = new CopyOnWriteArrayList<>();

        private final AtomicBoolean scheduled = new AtomicBoolean();

        @Autowired
        private DataSource dataSource;

        public List<String> named() {
            return named;
        }

        public void ask() throws Exception {
            UnitOfWork unit = UnitOfWork.current();
            Findings.ask(dataSource);
            if (unit != null) {
                CompletableFuture.runAsync(() -> {
                    await().until(unit::hasEnded);
                    named.add(unit.name());
                });
            }
        }

        @Async
        public CompletableFuture<Boolean> asynchronously() throws Exception {
            ask();
            return CompletableFuture.completedFuture(true);
        }

        @Scheduled(fixedDelay = 1, timeUnit = java.util.concurrent.TimeUnit.DAYS)
        public void scheduled() throws Exception {
            if (scheduled.compareAndSet(false, true)) {
                ask();
            }
        }

        @Transactional
        public void transactional() throws Exception {
            ask();
        }
    }

    @RestController
    static class Pages {
        @Autowired
        private Shop shop;

        @Autowired
        private DataSource dataSource;

        @GetMapping("/orders/{id}")
        String order(@PathVariable String id) throws Exception {
            Findings.askRepeatedly(dataSource);
            shop.ask();
            return id;
        }

        @GetMapping("/named/{id}")
        String named() {
            UnitOfWork unit = UnitOfWork.current();
            return unit == null ? "no unit" : unit.name();
        }

        @GetMapping("/later")
        Callable<String> later() {
            return () -> {
                shop.ask();
                return "later";
            };
        }

        @GetMapping("/async")
        String async() throws Exception {
            return String.valueOf(shop.asynchronously().get());
        }

        @GetMapping("/login")
        String login(HttpServletRequest request) {
            return request.getSession(true).getId();
        }

        @GetMapping("/session")
        String session() {
            UnitOfWork unit = UnitOfWork.current();
            return String.valueOf(unit == null ? "no unit" : unit.session());
        }
    }
}
