package shop.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/testing.md shows is taken from tests that run. */
class TestingPageTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachSnippetOfThePageIsPartOfATest() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "testing.md"));
        String test = Files.readString(Path.of("src", "test", "java", "shop", "test", "OrdersPageTest.java"));
        List<String> snippets = JAVA.matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(snippets)
                .hasSizeGreaterThan(4)
                .allSatisfy(snippet -> assertThat(test).contains(snippet));
    }
}
