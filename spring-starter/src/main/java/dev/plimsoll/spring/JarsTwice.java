package dev.plimsoll.spring;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two versions of Plimsoll on one class path, or the same twice: classes of both would be mixed. */
final class JarsTwice {
    private static final List<String> ONE_OF_EACH =
            List.of("dev/plimsoll/spring/PlimsollAutoConfiguration.class", "dev/plimsoll/Plimsoll.class");

    private JarsTwice() {}

    /** A sentence, if so. */
    static Optional<String> told(ClassLoader loader) {
        return ONE_OF_EACH.stream().flatMap(file -> told(file, loader).stream()).findFirst();
    }

    private static Optional<String> told(String file, ClassLoader loader) {
        List<String> places = places(file, loader);
        return places.size() < 2
                ? Optional.empty()
                : Optional.of("Plimsoll is on the class path " + places.size() + " times: " + String.join(", ", places)
                        + ". Keep one, of the version that the other modules have; mvn dependency:tree shows who brings"
                        + " which");
    }

    private static List<String> places(String file, ClassLoader loader) {
        try {
            Stream<URL> found = Collections.list(loader.getResources(file)).stream();
            return found.map(URL::toString)
                    .map(url -> url.substring(0, url.length() - file.length()))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of(); // a class path that cannot be read is told by others
        }
    }
}
