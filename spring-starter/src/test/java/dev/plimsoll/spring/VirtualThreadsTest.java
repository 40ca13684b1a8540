package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where this Java has virtual threads, requests and asynchronous methods run on them; the unit goes along either way. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.flyway.enabled=false",
            "spring.datasource.url=jdbc:h2:mem:virtual",
            "spring.threads.virtual.enabled=true"
        })
class VirtualThreadsTest {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    @Autowired
    private AskedUnits units;

    @Autowired
    private Environment environment;

    @Autowired
    private DataSource dataSource;

    @AfterEach
    void nothingLeaks() throws Exception {
        Pools.assertNothingLeaks(dataSource);
    }

    @Test
    void aRequestItsAsynchronousMethodsAndItsAsynchronousAnswerAreOneUnitEach() throws Exception {
        get("/now");
        get("/async");
        get("/later");
        await().untilAsserted(() -> assertThat(units.ended()).containsExactly("GET /now", "GET /async", "GET /later"));
        boolean virtual = Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
        assertThat(units.threads())
                .extracting(thread -> thread.toString().contains("VirtualThread"))
                .containsExactlyElementsOf(List.of(virtual, virtual, virtual));
    }

    private void get(String path) throws Exception {
        URI address = URI.create("http://localhost:" + environment.getProperty("local.server.port") + path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableAsync
    @Import({Pages.class, Service.class})
    static class Application {
        @Bean
        AskedUnits units(DataSource dataSource) {
            return new AskedUnits(dataSource);
        }
    }

    static class Service {
        @Autowired
        private AskedUnits units;

        @Async
        public CompletableFuture<String> asynchronously() {
            units.ask();
            return CompletableFuture.completedFuture("done");
        }
    }

    @RestController
    static class Pages {
        @Autowired
        private AskedUnits units;

        @Autowired
        private Service service;

        @GetMapping("/now")
        String now() {
            units.ask();
            return "now";
        }

        @GetMapping("/async")
        String async() throws Exception {
            return service.asynchronously().get();
        }

        @GetMapping("/later")
        Callable<String> later() {
            return this::now;
        }
    }
}
