package chandlery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shop is an application like any other. */
class UnawareTest {

    @Test
    void onlyOneFileOfPropertiesKnowsWhoWatches() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile).filter(UnawareTest::knows))
                    .containsExactly(Path.of("src/main/resources/application-postgres.properties"));
        }
    }

    private static boolean knows(Path file) {
        try {
            return Files.readString(file).contains("plimsoll");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
