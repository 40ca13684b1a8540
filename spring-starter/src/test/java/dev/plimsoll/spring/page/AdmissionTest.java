package dev.plimsoll.spring.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.spring.MvcAndWebFlux;
import dev.plimsoll.spring.Web;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.WebFilter;

/** Where the endpoint is on only by default, it is for the user of this machine. */
class AdmissionTest {
    private static final String[] PATHS = {"", "/findings", "/page", "/page/main.js", "/page/stream", "/elsewhere"};

    @MvcAndWebFlux
    void whatCameThroughAProxyIsRefusedWithASentence(Web web) throws Exception {
        try (RunningApplication application = RunningApplication.start(web)) {
            for (String path : PATHS) {
                for (String header : new String[] {"X-Forwarded-For", "Forwarded", "x-real-ip"}) {
                    HttpResponse<String> refused =
                            application.get("/actuator/plimsoll" + path, header, "for=127.0.0.1");
                    assertThat(refused.statusCode()).as(path).isEqualTo(403);
                    assertThat(refused.body())
                            .contains("management.endpoints.web.exposure.include")
                            .hasLineCount(1);
                }
            }
            assertThat(application
                            .get("/actuator/health", "X-Forwarded-For", "192.0.2.1")
                            .statusCode())
                    .as("health, good or bad")
                    .isIn(200, 503);
        }
    }

    @MvcAndWebFlux
    void aPageOfTheInternetWhoseNameLeadsHereIsRefused(Web web) throws Exception {
        try (RunningApplication application = RunningApplication.start(web)) {
            assertThat(application.statusFor("rebound.example", "/actuator/plimsoll/findings"))
                    .contains("403");
            assertThat(application.statusFor("rebound.example", "/actuator/%70limsoll/findings"))
                    .doesNotContain("200");
            assertThat(application.statusFor("localhost", "/actuator/plimsoll/findings"))
                    .contains("200");
            assertThat(application.statusFor("127.0.0.1:8080", "/actuator/plimsoll/findings"))
                    .contains("200");
            assertThat(application.statusFor("[::1]:8080", "/actuator/plimsoll/findings"))
                    .contains("200");
        }
    }

    @Test
    void headersThatSpringHasTakenAwayAreSeenAllTheSame() throws Exception {
        try (RunningApplication application = RunningApplication.start("server.forward-headers-strategy=framework")) {
            assertThat(application
                            .get("/actuator/plimsoll", "X-Forwarded-For", "127.0.0.1")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(application.get("/actuator/plimsoll").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVLET, native", "REACTIVE, framework"})
    void whereTheServerHasPutTheAddressOfAHeaderInThePlaceOfTheRealOneNobodyIsNear(Web web, String believing)
            throws Exception {
        try (RunningApplication application =
                RunningApplication.start(web, "server.forward-headers-strategy=" + believing)) {
            assertThat(application
                            .get("/actuator/plimsoll", "X-Forwarded-For", "127.0.0.1")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(application.get("/actuator/plimsoll").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void nettyLeavesTheHeadersThatItBelieves() throws Exception {
        try (RunningApplication application =
                RunningApplication.start(Web.REACTIVE, "server.forward-headers-strategy=native")) {
            for (String[] header : new String[][] {{"X-Forwarded-For", "127.0.0.1"}, {"Forwarded", "for=127.0.0.1"}}) {
                assertThat(application.get("/actuator/plimsoll", header).statusCode())
                        .as(header[0])
                        .isEqualTo(403);
            }
            assertThat(application.get("/actuator/plimsoll").statusCode()).isEqualTo(200);
        }
    }

    @MvcAndWebFlux
    void whatTheApplicationsFiltersRefuseIsRefused(Web web) throws Exception {
        try (RunningApplication application =
                RunningApplication.start(web, Guarded.class, "management.endpoints.web.exposure.include=plimsoll")) {
            for (String path : PATHS) {
                assertThat(application.get("/actuator/plimsoll" + path).statusCode())
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void onlyAddressesOfThisMachineAreNear() throws Exception {
        Admission byDefault = new Admission(true);
        assertThat(byDefault.refusal(InetAddress.getByName("127.0.0.2"), "localhost", false))
                .isEmpty();
        assertThat(byDefault.refusal(InetAddress.getByName("::1"), "[::1]", false))
                .isEmpty();
        assertThat(byDefault.refusal(InetAddress.getByName("192.168.1.7"), "localhost", false))
                .isPresent();
        assertThat(byDefault.refusal(null, "localhost", false)).isPresent();
        assertThat(byDefault.refusal(InetAddress.getByName("127.0.0.1"), "localhost.example", false))
                .isPresent();
        assertThat(new Admission(false).refusal(InetAddress.getByName("192.168.1.7"), "shop.example", true))
                .isEmpty();
    }

    /** Filters as those of Spring Security are, on either stack. */
    @Configuration(proxyBeanMethods = false)
    @Import(RunningApplication.Application.class)
    static class Guarded {
        @Bean
        Filter filter() {
            return (request, response, chain) -> ((HttpServletResponse) response).setStatus(401);
        }

        @Bean
        WebFilter webFilter() {
            return (exchange, chain) -> {
                exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
                return exchange.getResponse().setComplete();
            };
        }
    }
}
