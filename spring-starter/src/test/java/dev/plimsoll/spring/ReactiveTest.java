package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** WebFlux: JDBC on threads that are made for blocking belongs to the request that asked for it. */
class ReactiveTest {
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.REACTIVE)
                .properties(
                        "server.port=0",
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=jdbc:h2:mem:reactive",
                        "spring.reactor.context-propagation=auto")
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        Pools.assertNothingLeaks(application.getBean(DataSource.class));
    }

    @Test
    void whatARequestAsksOnOtherThreadsBelongsToIt() throws Exception {
        assertThat(get("/orders/42")).isEqualTo("42");
        AskedUnits units = application.getBean(AskedUnits.class);
        await().untilAsserted(() ->
                assertThat(units.ended()).containsExactly("GET /orders/{id}", "GET /orders/{id}", "GET /orders/{id}"));
        assertThat(units.threads()).extracting(Thread::getName).allMatch(name -> name.startsWith("boundedElastic"));
    }

    private static String get(String path) throws Exception {
        URI address =
                URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Pages.class)
    static class Application {
        @Bean
        AskedUnits units(DataSource dataSource) {
            return new AskedUnits(dataSource);
        }
    }

    @RestController
    static class Pages {
        @Autowired
        private AskedUnits units;

        @GetMapping("/orders/{id}")
        Mono<String> order(@PathVariable String id) {
            return Flux.range(1, 3)
                    .flatMap(line -> Mono.fromRunnable(units::ask).subscribeOn(Schedulers.boundedElastic()))
                    .then(Mono.just(id));
        }
    }
}
