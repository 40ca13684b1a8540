package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
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

/** WebFlux: JDBC belongs to the request that asked for it, on threads that are made for blocking and on those that are not. */
class ReactiveTest {
    /** More than a server has threads for its own use here. */
    private static final int REQUESTS = 20;

    @ParameterizedTest
    @EnumSource(names = {"REACTIVE", "REACTIVE_ON_TOMCAT"})
    void whatARequestAsksOnOtherThreadsBelongsToIt(Web web) throws Exception {
        try (ConfigurableApplicationContext application = start(web)) {
            assertThat(get(application, "/orders/42")).isEqualTo("42");
            AskedUnits units = application.getBean(AskedUnits.class);
            await().untilAsserted(() -> assertThat(units.ended())
                    .containsExactly("GET /orders/{id}", "GET /orders/{id}", "GET /orders/{id}"));
            assertThat(units.threads()).extracting(Thread::getName).allMatch(name -> name.startsWith("boundedElastic"));
            Pools.assertNothingLeaks(application.getBean(DataSource.class));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REACTIVE", "REACTIVE_ON_TOMCAT"})
    void whatItAsksOnTheServersOwnThreadToo(Web web) throws Exception {
        try (ConfigurableApplicationContext application = start(web)) {
            AskedUnits units = application.getBean(AskedUnits.class);
            for (int request = 1; request <= REQUESTS; request++) {
                assertThat(get(application, "/names/" + request)).isEqualTo("" + request);
            }
            await().untilAsserted(
                            () -> assertThat(units.ended()).hasSize(REQUESTS).allMatch("GET /names/{id}"::equals));
            assertThat(units.different()).isEqualTo(REQUESTS);
            String server = web == Web.REACTIVE ? "reactor-http-" : "http-nio-";
            assertThat(units.threads()).extracting(Thread::getName).allMatch(name -> name.startsWith(server));
            Pools.assertNothingLeaks(application.getBean(DataSource.class));
        }
    }

    private static ConfigurableApplicationContext start(Web web) {
        return web.serve(new SpringApplicationBuilder(Application.class))
                .properties(
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=jdbc:h2:mem:reactive",
                        "spring.reactor.context-propagation=auto")
                .run();
    }

    private static String get(ConfigurableApplicationContext application, String path) throws Exception {
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

        @GetMapping("/names/{id}")
        Mono<String> name(@PathVariable String id) {
            return Mono.fromCallable(() -> {
                units.ask();
                return id;
            });
        }
    }
}
