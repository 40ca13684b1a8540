package harbour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JVM that runs one sample class, as a build that forks does. */
final class Fork {
    private Fork() {}

    /** The class, then each parameter as {@code key=value}. */
    public static void main(String... arguments) throws ClassNotFoundException {
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] parameter = arguments[i].split("=", 2);
            parameters.put(parameter[0], parameter[1]);
        }
        Outcome.of(parameters, Class.forName(arguments[0]));
    }

    static Process start(Class<?> type, Map<String, String> parameters, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Fork.class.getName(),
                type.getName()));
        parameters.forEach((key, value) -> command.add(key + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
