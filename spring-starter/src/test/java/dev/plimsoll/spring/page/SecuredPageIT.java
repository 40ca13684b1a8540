package dev.plimsoll.spring.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.spring.MvcAndWebFlux;
import dev.plimsoll.spring.Web;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The endpoint and its page behind Spring Security, as Spring Boot sets that up by itself: nobody but a user gets in. */
class SecuredPageIT {
    private static final String NAME = "mate";
    private static final String PASSWORD = "ahoy";
    private static final List<String> PATHS =
            List.of("", "/findings", "/units", "/statements", "/page", "/page/main.js");

    @MvcAndWebFlux
    void inProductionAUserSeesWhatIsExposedAndNobodyElseDoes(Web web) throws Exception {
        try (RunningApplication application =
                start(web, "plimsoll.profile=prod", "management.endpoints.web.exposure.include=plimsoll")) {
            application.page("GET /orders");
            assertOnlyForTheUser(application);
            assertThat(application
                            .get("/actuator/plimsoll/findings", credentials(PASSWORD))
                            .body())
                    .contains("n-plus-one");
            assertThat(streamStatus(application)).isEqualTo(200);
        }
    }

    @MvcAndWebFlux
    void inDevelopmentToo(Web web) throws Exception {
        try (RunningApplication application = start(web)) {
            assertOnlyForTheUser(application);
            String[] fromElsewhere = {"Authorization", basic(PASSWORD), "X-Forwarded-For", "192.0.2.1"};
            assertThat(application.get("/actuator/plimsoll/page", fromElsewhere).statusCode())
                    .as("a user by way of a proxy, where only the default has exposed it")
                    .isEqualTo(403);
        }
    }

    private static RunningApplication start(Web web, String... properties) {
        Stream<String> always =
                Stream.of("spring.security.user.name=" + NAME, "spring.security.user.password=" + PASSWORD);
        return RunningApplication.start(
                web, Stream.concat(always, Stream.of(properties)).toArray(String[]::new));
    }

    private static void assertOnlyForTheUser(RunningApplication application) throws Exception {
        for (String path : PATHS) {
            String address = "/actuator/plimsoll" + path;
            assertThat(application.get(address).statusCode()).as(address).isEqualTo(401);
            assertThat(application.get(address, credentials("wrong")).statusCode())
                    .as(address)
                    .isEqualTo(401);
            assertThat(application.get(address, credentials(PASSWORD)).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    private static int streamStatus(RunningApplication application) throws Exception {
        assertThat(application.get("/actuator/plimsoll/page/stream").statusCode())
                .isEqualTo(401);
        HttpResponse<InputStream> stream = application.open("/actuator/plimsoll/page/stream", credentials(PASSWORD));
        stream.body().close();
        return stream.statusCode();
    }

    private static String[] credentials(String password) {
        return new String[] {"Authorization", basic(password)};
    }

    private static String basic(String password) {
        byte[] both = (NAME + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
