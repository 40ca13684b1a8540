package dev.plimsoll.spring.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.spring.MvcAndWebFlux;
import dev.plimsoll.spring.Web;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PageOverHttpTest {
    private static final Pattern ADDRESS = Pattern.compile("Plimsoll's page: http://localhost:(\\d+)(/\\S+)");

    @MvcAndWebFlux
    void thePageHasItsFilesAndNoOthersUnderAStrictPolicy(Web web) throws Exception {
        try (RunningApplication application = RunningApplication.start(web)) {
            HttpResponse<String> page = application.get("/actuator/plimsoll/page");
            assertThat(page.body()).startsWith("<!doctype html>");
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            for (String file : PageFiles.NAMES) {
                HttpResponse<String> response = application.get("/actuator/plimsoll/page/" + file);
                assertThat(response.statusCode()).as(file).isEqualTo(200);
                assertThat(response.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff");
                assertThat(response.body())
                        .as(file)
                        .isNotEmpty()
                        .doesNotContain("innerHTML")
                        .doesNotContain("style=\"");
            }
            for (String other : List.of("PageFiles.class", "..%2fpage.html", "page.html/x", "%2e%2e/findings")) {
                assertThat(application.get("/actuator/plimsoll/page/" + other).statusCode())
                        .as(other)
                        .isIn(400, 404);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesIsToldAndTheStreamEndsWithTheApplication(Web web) throws Exception {
        RunningApplication application = RunningApplication.start(web);
        HttpResponse<InputStream> open = application.open("/actuator/plimsoll/page/stream");
        assertThat(open.headers().firstValue("Content-Type"))
                .hasValueSatisfying(media -> assertThat(media).startsWith("text/event-stream"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open.body(), StandardCharsets.UTF_8))) {
            assertThat(untilContains(lines, "\"lastUnit\":0")).contains("event: summary");
            application.page("GET /orders");
            untilContains(lines, "\"timesFound\":");
            application.close();
            while (lines.readLine() != null) {
                // to the end
            }
        }
    }

    private static List<String> untilContains(BufferedReader lines, String text) throws Exception {
        List<String> read = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.add(line);
            if (line.contains(text)) {
                return read;
            }
        }
        throw new AssertionError("the stream has ended after " + read);
    }

    @ParameterizedTest
    @EnumSource
    void thereIsRoomForAFewAndThoseWhoLeaveMakeRoom(Web web) throws Exception {
        try (RunningApplication application = RunningApplication.start(web)) {
            PageStream stream = application.context().getBean(PageStream.class);
            List<InputStream> open = new ArrayList<>();
            for (int i = 0; i < PageStream.MOST_SUBSCRIBERS; i++) {
                open.add(application.open("/actuator/plimsoll/page/stream").body());
            }
            assertThat(application.get("/actuator/plimsoll/page/stream").statusCode())
                    .isEqualTo(503);
            for (InputStream each : open) {
                each.close();
            }
            await().untilAsserted(() -> {
                application.page("GET /orders"); // news, so that the closed connections are written to
                assertThat(stream.subscribers()).isZero();
            });
        }
    }

    @Test
    void theLogTellsWhereThePageIs(CapturedOutput output) throws Exception {
        try (RunningApplication application = RunningApplication.start("server.servlet.context-path=/shop")) {
            assertReachable(output, application);
        }
    }

    @Test
    void theLogTellsWhereThePageIsUnderTheServletsPath(CapturedOutput output) throws Exception {
        try (RunningApplication application = RunningApplication.start("spring.mvc.servlet.path=/api")) {
            assertReachable(output, application);
        }
    }

    @Test
    void theLogTellsWhereThePageIsWithWebFlux(CapturedOutput output) throws Exception {
        try (RunningApplication application =
                RunningApplication.start(Web.REACTIVE, "spring.webflux.base-path=/shop")) {
            assertReachable(output, application);
        }
    }

    @MvcAndWebFlux
    void theLogTellsWhereThePageIsOnAPortOfItsOwn(Web web, CapturedOutput output) throws Exception {
        try (RunningApplication application = RunningApplication.start(
                web,
                "management.server.port=0",
                "management.server.base-path=/inside",
                "management.endpoints.web.base-path=/manage",
                "management.endpoints.web.path-mapping.plimsoll=load-line")) {
            assertThat(assertReachable(output, application)).isNotEqualTo(application.port());
            assertThat(output.getOut()).contains("/inside/manage/load-line/page");
        }
    }

    private static String assertReachable(CapturedOutput output, RunningApplication application) throws Exception {
        Matcher found = ADDRESS.matcher(output.getOut());
        assertThat(found.find()).as("address in the log").isTrue();
        String port = found.group(1);
        String page = found.group(2);
        assertThat(application.context().isActive()).isTrue();
        assertThat(RunningApplication.getAt(port, page).body()).startsWith("<!doctype html>");
        assertThat(RunningApplication.getAt(port, page + "/main.js").statusCode())
                .isEqualTo(200);
        assertThat(RunningApplication.getAt(port, page, "X-Forwarded-For", "192.0.2.1")
                        .statusCode())
                .isEqualTo(403);
        String findings = page.replaceFirst("/page$", "/findings");
        assertThat(RunningApplication.getAt(port, findings).body()).isEqualTo("[]");
        assertThat(RunningApplication.getAt(port, findings, "X-Forwarded-For", "192.0.2.1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(found.find()).as("told once").isFalse();
        return port;
    }
}
