package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated sources are those that the generator writes today; {@code -DgenerateWrappers=true} has it write them. */
class GeneratedWrappersTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path GENERATED = MODULE.resolve(WrapperGenerator.GENERATED);

    @BeforeAll
    static void writeThemIfAskedTo() throws IOException {
        if (Boolean.getBoolean("generateWrappers")) {
            WrapperGenerator.main(new String[] {MODULE.toString()});
        }
    }

    @Test
    void whatIsCheckedInIsWhatTheGeneratorWrites() throws IOException {
        for (Map.Entry<String, String> source :
                new WrapperGenerator(MODULE).sources().entrySet()) {
            assertThat(GENERATED.resolve(source.getKey())).hasContent(source.getValue());
        }
    }

    @Test
    void nothingElseIsCheckedIn() throws IOException {
        try (Stream<Path> files = Files.walk(GENERATED)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> GENERATED.relativize(file).toString())
                    .toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            new WrapperGenerator(MODULE).sources().keySet());
        }
    }
}
