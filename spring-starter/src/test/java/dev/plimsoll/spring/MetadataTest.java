package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** The metadata by which editors complete properties is made of core's options and thresholds. Run with -DwriteMetadata to make it anew. */
class MetadataTest {
    private static final String FILE = "META-INF/spring-configuration-metadata.json";

    @Test
    void everyPropertyIsDescribed() throws IOException {
        String made = Metadata.json();
        if (System.getProperty("writeMetadata") != null) {
            Files.writeString(Path.of("src/main/resources", FILE), made);
        }
        assertThat(ours()).isEqualTo(made);
    }

    private static String ours() throws IOException {
        return Collections.list(MetadataTest.class.getClassLoader().getResources(FILE)).stream()
                .map(MetadataTest::text)
                .filter(text -> text.contains("plimsoll.profile"))
                .findFirst()
                .orElse("none");
    }

    private static String text(URL url) {
        try (InputStream file = url.openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
