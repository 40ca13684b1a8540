package dev.plimsoll.agent.inside.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

    @ParameterizedTest
    @CsvSource({
        "'', /",
        "/, /",
        "/orders, /orders",
        "/orders/, /orders/",
        "/orders/17, /orders/{number}",
        "/orders/17/lines/3, /orders/{number}/lines/{number}",
        "/v2/orders, /v2/orders",
        "/orders/2026-11-22, /orders/{value}",
        "/orders/8d8ac610-566d-4ef0-9c22-186b2a5ed793, /orders/{value}",
        "/users/ann@example.com/orders, /users/{value}/orders",
        "/users/Ann%20Smith, /users/{value}",
        "/orders;jsessionid=ABCDEF/lines, /orders/lines",
        "/orders;jsessionid=ABCDEF, /orders"
    })
    void whatDiffersFromRequestToRequestIsFolded(String path, String folded) {
        assertThat(Paths.folded(path)).isEqualTo(folded);
    }

    @Test
    void aSegmentThatIsTooLongForAWordIsFolded() {
        assertThat(Paths.folded("/reset/" + "a".repeat(41))).isEqualTo("/reset/{value}");
    }

    @Test
    void soManyPathsAreKeptApartAndNoMore() {
        Paths paths = new Paths();
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'z'; b++) {
                paths.known("/" + a + b);
                paths.known("/" + a + b + "/lines");
            }
        }
        assertThat(paths.known("/aa")).isEqualTo("/aa");
        assertThat(paths.known("/another")).isNull();
    }
}
