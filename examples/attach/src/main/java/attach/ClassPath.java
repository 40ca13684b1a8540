package attach;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** This JVM's class path, from which a program that must not know Plimsoll is started. */
public final class ClassPath {
    private static final String PLIMSOLL = "dev/plimsoll/";

    private ClassPath() {}

    /** All of it but what holds classes of Plimsoll, as {@code java -cp} takes it. */
    public static String withoutPlimsoll() {
        return entries().stream()
                .filter(entry -> Files.exists(entry) && !holdsPlimsoll(entry))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Maven's exec plugin keeps the class path in a class loader instead of in the property. */
    private static List<Path> entries() {
        if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(ClassPath::file).toList();
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static Path file(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No file: " + url, e);
        }
    }

    private static boolean holdsPlimsoll(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(PLIMSOLL));
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return jar.stream().anyMatch(file -> file.getName().startsWith(PLIMSOLL));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + entry, e);
        }
    }
}
