package dev.plimsoll.agent.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.units.Application.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.units.Web;

class RequestsIT {
    private static final Map<String, String> OF_A_SERVLET = Map.of(
            "servlet_orders", "GET /shop/orders/{number}",
            "filter", "GET /shop/guarded",
            "servlet_guarded", "GET /shop/guarded",
            "servlet_orders_again", "GET /shop/forward",
            "servlet_error_again", "GET /shop/fail",
            "servlet_later_again", "GET /shop/later");

    static Stream<Start> starts() {
        Start tomcat = Start.of(Web.class).without("javax.servlet");
        return Stream.of(tomcat, tomcat.attachedLater());
    }

    @ParameterizedTest
    @MethodSource("starts")
    void aRequestToTomcatIsAUnit(Start start) throws Exception {
        Application ran = Application.run(start);
        assertThat(ran.units()).as(ran.output()).containsAllEntriesOf(OF_A_SERVLET);
        assertThat(ran.units()).containsEntry("controller", "GET /mvc/orders/{name}");
        assertThat(ran.output()).contains("yes: ").doesNotContain("no: ");
    }

    @Test
    void aRequestToATomcatThatHasTheOldNamesIsAUnit() throws Exception {
        Application ran =
                Application.run(Start.of(Web.class).without("tomcat-embed-core").with(tomcat9()));
        assertThat(ran.units()).as(ran.output()).containsAllEntriesOf(OF_A_SERVLET);
        assertThat(ran.output()).contains("yes: ").doesNotContain("no: ");
    }

    private static List<Path> tomcat9() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/tomcat9"))) {
            return jars.toList();
        }
    }
}
