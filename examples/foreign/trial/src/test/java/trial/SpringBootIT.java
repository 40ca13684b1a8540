package trial;

import attach.Program;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Spring Boot application, started from its one jar. */
class SpringBootIT extends ForeignApplicationContract {
    private static final Pattern OPEN = Pattern.compile("Tomcat started on port (\\d+)");

    @Override
    Application application() {
        return new Recipes();
    }

    @Override
    List<Found> wanted() {
        return List.of(
                new Found("n-plus-one", "recipes.Kitchen.cards"), new Found("commit-per-save", "recipes.Kitchen.cook"));
    }

    private static final class Recipes implements Application {
        @Override
        public Program start() throws IOException {
            return Program.java(List.of("-jar", System.getProperty("trial.boot")));
        }

        @Override
        public int port(Program program) {
            return program.output().first(line -> {
                Matcher open = OPEN.matcher(line);
                return open.find() ? Optional.of(Integer.valueOf(open.group(1))) : Optional.empty();
            });
        }

        @Override
        public List<String> steady() {
            return List.of("/menu", "/soups");
        }

        @Override
        public List<String> once() {
            return List.of("/cook");
        }
    }
}
