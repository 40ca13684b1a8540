package trial;

import attach.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web application in a Tomcat as it is distributed, with its pool and its driver in its own class loader. */
class TomcatIT extends ForeignApplicationContract {
    private static final Pattern OPEN = Pattern.compile("Starting ProtocolHandler \\[\"http-nio-.*?auto-\\d+-(\\d+)\"");
    private static final Path BASE = Path.of(System.getProperty("trial.directory"), "tomcat-base");

    @Override
    Application application() {
        return new Depot();
    }

    @Override
    List<Found> wanted() {
        return List.of(
                new Found("n-plus-one", "depot.Labels.label"),
                new Found("row-by-row-write", "depot.Stamps.shown"),
                new Found("commit-per-save", "depot.Stamps.shown"));
    }

    private static final class Depot implements Application {
        @Override
        public Program start() throws IOException {
            prepare();
            Path home = Path.of(System.getProperty("trial.tomcat"));
            Path bin = home.resolve("bin");
            return Program.java(
                    List.of(
                            "-Dcatalina.home=" + home,
                            "-Dcatalina.base=" + BASE,
                            "-Djava.io.tmpdir=" + Files.createDirectories(BASE.resolve("temp")),
                            "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                            "-cp",
                            bin.resolve("bootstrap.jar") + ":" + bin.resolve("tomcat-juli.jar"),
                            "org.apache.catalina.startup.Bootstrap",
                            "start"),
                    BASE);
        }

        private static void prepare() throws IOException {
            Path configuration = Files.createDirectories(BASE.resolve("conf"));
            for (String file : List.of("server.xml", "web.xml")) {
                try (InputStream resource = TomcatIT.class.getResourceAsStream("/tomcat/" + file)) {
                    Files.copy(
                            Objects.requireNonNull(resource, file),
                            configuration.resolve(file),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Path applications = Files.createDirectories(BASE.resolve("webapps"));
            Files.copy(
                    Path.of(System.getProperty("trial.war")),
                    applications.resolve("depot.war"),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public int port(Program program) {
            return program.errors().first(line -> {
                Matcher open = OPEN.matcher(line);
                return open.find() ? Optional.of(Integer.valueOf(open.group(1))) : Optional.empty();
            });
        }

        @Override
        public List<String> steady() {
            return List.of("/depot/labels", "/depot/joined", "/depot/stamps");
        }

        @Override
        public List<String> once() {
            return List.of();
        }
    }
}
