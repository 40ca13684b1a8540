package dev.plimsoll.agent.units;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that has run in a JVM with the agent.
 *
 * @param output what it printed
 * @param units by the names of its cases, the unit that each was seen in
 */
record Application(String output, Map<String, String> units) {
    private static final Path AGENT = Path.of(System.getProperty("agent.jar", "target/plimsoll-agent.jar"));
    private static final Pattern CASE = Pattern.compile("select id as (\\w+) from");
    private static final long MINUTES = 3;

    /** Runs it to its end. */
    static Application run(Start start) throws IOException, InterruptedException {
        Path findings = Files.createTempFile("findings", ".json");
        Path printed = Files.createTempFile("application", ".out");
        try {
            Process process = new ProcessBuilder(start.command(AGENT, findings))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String output = Files.readString(printed);
            assertThat(ended && process.exitValue() == 0).as(output).isTrue();
            return new Application(output, units(findings));
        } finally {
            Files.delete(findings);
            Files.delete(printed);
        }
    }

    private static Map<String, String> units(Path findings) throws IOException {
        Map<String, String> units = new TreeMap<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(findings)) {
            JsonNode finding = json.readTree(line);
            Matcher named = CASE.matcher(finding.get("shape").asText());
            if (named.find()) {
                units.put(named.group(1), finding.get("unit").asText());
            }
        }
        return units;
    }

    /** The cases that were seen in {@code unit}. */
    List<String> casesOf(String unit) {
        return units.keySet().stream()
                .filter(each -> unit.equals(units.get(each)))
                .toList();
    }

    /**
     * How to start it.
     *
     * @param java a JDK
     * @param live whether the application brings the agent in itself, instead of beginning with it
     * @param without jars that are not on its class path, by what is in their names
     * @param with jars that are, besides those of the tests
     */
    record Start(Path java, Class<?> main, boolean live, Predicate<Path> without, List<Path> with) {

        static Start of(Class<?> main) {
            return new Start(Path.of(System.getProperty("java.home")), main, false, jar -> false, List.of());
        }

        Start on(Path other) {
            return new Start(other, main, live, without, with);
        }

        Start attachedLater() {
            return new Start(java, main, true, without, with);
        }

        Start without(String part) {
            return new Start(java, main, live, jar -> jar.toString().contains(part), with);
        }

        Start with(List<Path> jars) {
            return new Start(java, main, live, without, jars);
        }

        private List<String> command(Path agent, Path findings) {
            String options = "profile=test,report.json=" + findings;
            List<String> command =
                    new ArrayList<>(List.of(java.resolve("bin/java").toString(), "-Xmx256m"));
            command.addAll(
                    live
                            ? List.of(
                                    "-Djdk.attach.allowAttachSelf=true",
                                    "-XX:+EnableDynamicAgentLoading",
                                    "-Dagent.jar=" + agent.toAbsolutePath(),
                                    "-Dagent.options=" + options)
                            : List.of("-javaagent:" + agent + "=" + options));
            command.addAll(List.of("-cp", classPath(), main.getName()));
            if (live) {
                command.add("live");
            }
            return command;
        }

        private String classPath() {
            Stream<Path> ofTests = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(without.negate());
            return Stream.concat(with.stream(), ofTests)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
