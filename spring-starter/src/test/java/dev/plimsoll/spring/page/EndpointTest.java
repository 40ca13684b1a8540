package dev.plimsoll.spring.page;

import static dev.plimsoll.spring.page.RunningApplication.SECRET_BIND;
import static dev.plimsoll.spring.page.RunningApplication.SECRET_LITERAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.LoggedUnit;
import dev.plimsoll.spring.MvcAndWebFlux;
import dev.plimsoll.spring.Web;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.List;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class EndpointTest {
    private static final String ENDPOINT = "/actuator/plimsoll";

    private static String body(RunningApplication application, String path) throws Exception {
        HttpResponse<String> response = application.get(ENDPOINT + path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        return response.body();
    }

    @MvcAndWebFlux
    void everyPartIsJsonAndLeadsToTheNext(Web web) throws Exception {
        try (RunningApplication application = RunningApplication.start(web)) {
            application.page("GET /orders");
            String findings = body(application, "/findings");
            List<Integer> unit = JsonPath.read(findings, "$[?(@.finding.kind == 'n-plus-one')].unit");
            assertThat(unit).hasSize(1);
            String timeline = body(application, "/units/" + unit.get(0));
            assertThat(JsonPath.<String>read(timeline, "$.name")).isEqualTo("GET /orders");
            assertThat(JsonPath.<List<String>>read(timeline, "$.timeline[*].kind"))
                    .hasSizeGreaterThan(RunningApplication.ORDERS);
            assertThat(JsonPath.<List<String>>read(body(application, "/units"), "$[*].name"))
                    .containsOnlyOnce("GET /orders");
            for (String order : List.of("", "/time", "/executions", "/rows")) {
                assertThat(JsonPath.<List<String>>read(body(application, "/statements" + order), "$.top[*].shape"))
                        .isNotEmpty();
            }
            assertThat(body(application, "/transactions")).isEqualTo("[]");
            assertThat(body(application, "/nodes")).isEqualTo("{\"now\":[],\"history\":[]}");
            // asked twice: a unit that nobody owns may end between the two
            await().untilAsserted(() -> assertThat(JsonPath.<Integer>read(body(application, ""), "$.lastUnit"))
                    .isEqualTo(JsonPath.<Integer>read(body(application, "/units"), "$[0].number")));
            for (String nothing : List.of("/elsewhere", "/units/0", "/units/x", "/statements/x", "/findings/1")) {
                assertThat(application.get(ENDPOINT + nothing).statusCode())
                        .as(nothing)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void noLiteralAndNoBindValueIsInAnyAnswer() throws Exception {
        try (RunningApplication application = RunningApplication.start()) {
            application.page("GET /orders");
            StringBuilder all = new StringBuilder();
            for (String path : List.of("", "/findings", "/units", "/statements", "/transactions", "/nodes")) {
                all.append(body(application, path));
            }
            for (LoggedUnit unit : application.context().getBean(Logbook.class).units()) {
                all.append(body(application, "/units/" + unit.number()));
            }
            assertThat(all.toString())
                    .contains("from orders", "from line")
                    .doesNotContain(SECRET_LITERAL)
                    .doesNotContain(SECRET_BIND);
        }
    }

    @Test
    void itIsOffInProductionUntilItIsExposed() throws Exception {
        try (RunningApplication application = RunningApplication.start("plimsoll.profile=prod")) {
            assertThat(application.get(ENDPOINT).statusCode()).isEqualTo(404);
            assertThat(application.get(ENDPOINT + "/page").statusCode()).isEqualTo(404);
            assertThat(application.context().getBeanNamesForType(Logbook.class)).isEmpty();
        }
        try (RunningApplication application = RunningApplication.start(
                "plimsoll.profile=prod", "management.endpoints.web.exposure.include=plimsoll")) {
            assertThat(application.get(ENDPOINT, "X-Forwarded-For", "192.0.2.1").statusCode())
                    .isEqualTo(200);
            assertThat(application.get(ENDPOINT + "/page").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void itIsAnMBeanWhereItIsExposedAsOne() throws Exception {
        try (RunningApplication application = RunningApplication.start(
                "plimsoll.profile=prod",
                "spring.jmx.enabled=true",
                "management.endpoints.jmx.exposure.include=plimsoll")) {
            application.page("GET /orders");
            Object findings = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("org.springframework.boot:type=Endpoint,name=Plimsoll"),
                            "part",
                            new Object[] {"findings"},
                            new String[] {"java.lang.String"});
            assertThat(String.valueOf(findings)).contains("n-plus-one");
            assertThat(application.get(ENDPOINT).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoeverSaysWhatIsExposedIsNotOverruled() throws Exception {
        try (RunningApplication application =
                RunningApplication.start("management.endpoints.web.exposure.include[0]=health")) {
            assertThat(application.get(ENDPOINT).statusCode()).isEqualTo(404);
            assertThat(application.context().getBeanNamesForType(Logbook.class)).isEmpty();
        }
        try (RunningApplication application =
                RunningApplication.withDefault("management.endpoints.web.exposure.include", "health")) {
            assertThat(application.get(ENDPOINT).statusCode()).isEqualTo(404);
        }
        try (RunningApplication application = RunningApplication.start("plimsoll.enabled=false")) {
            assertThat(application.get(ENDPOINT).statusCode()).isEqualTo(404);
        }
        try (RunningApplication application = RunningApplication.start()) {
            assertThat(application.get("/actuator/health").statusCode())
                    .as("health, good or bad")
                    .isIn(200, 503);
            assertThat(application.get("/actuator/env").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void nodesHaveAHistoryOfAQuarterOfAnHour() throws Exception {
        try (RunningApplication application = RunningApplication.start(
                "plimsoll.replicas[0].name=near", "plimsoll.replicas[0].url=jdbc:h2:mem:near;DB_CLOSE_DELAY=-1")) {
            NodeHistory history = application.context().getBean(NodeHistory.class);
            for (int i = 0; i < NodeHistory.MOST + 100; i++) {
                history.sample();
            }
            String nodes = body(application, "/nodes");
            assertThat(JsonPath.<List<String>>read(nodes, "$.now[*].name")).contains("near");
            assertThat(JsonPath.<Integer>read(nodes, "$.history.length()")).isEqualTo(NodeHistory.MOST);
            assertThat(JsonPath.<List<String>>read(nodes, "$.history[0].nodes[*].name"))
                    .contains("near");
            assertThat(JsonPath.<Integer>read(body(application, "/nodes/10"), "$.history.length()"))
                    .isEqualTo(10);
        }
    }

    @Test
    void aLogbookAndAnEndpointOfTheApplicationComeFirst() throws Exception {
        try (RunningApplication application = RunningApplication.start(Web.SERVLET, OwnLogbook.class)) {
            application.page("GET /orders");
            assertThat(application.context().getBean(Logbook.class).findings()).isNotEmpty();
            assertThat(application.context().getBeanNamesForType(Logbook.class)).containsExactly("own");
            assertThat(application.context().getBeanNamesForType(PlimsollEndpoint.class))
                    .containsExactly("ownEndpoint");
            assertThat(body(application, "/units")).isEqualTo("[]");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OwnLogbook {
        @Bean
        static Logbook own() {
            return Logbook.create();
        }

        @Bean
        PlimsollEndpoint ownEndpoint(Logbook logbook, NodeHistory history) {
            return new PlimsollEndpoint(logbook, history);
        }
    }
}
