package dev.plimsoll.agent.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A line of the list.
 *
 * @param pid its process
 * @param mainClass the main class, or the name of the jar
 * @param version of its JDK
 * @param plimsoll the version of Plimsoll that is attached
 * @param attachable yes, or why not
 */
record JvmRow(long pid, String mainClass, String version, String plimsoll, String attachable) {
    private static final String UNKNOWN = "?";

    /** What is known of a JVM without its help. */
    static JvmRow unasked(TargetProcess process, String command, String attachable) {
        return new JvmRow(process.pid(), mainClass(command), version(process), UNKNOWN, attachable);
    }

    static JvmRow asked(TargetProcess process, String command, Path jar) {
        try {
            process.check(jar);
            try (TargetJvm jvm = TargetJvm.open(process)) {
                Properties properties = jvm.properties();
                return new JvmRow(
                        process.pid(),
                        mainClass(properties.getProperty("sun.java.command", command)),
                        properties.getProperty("java.version", UNKNOWN),
                        properties.getProperty(Service.ATTACHED) == null ? "no" : "attached",
                        attachable(process, properties));
            }
        } catch (Refusal e) {
            return unasked(process, command, no(process, e));
        }
    }

    private static String attachable(TargetProcess process, Properties properties) {
        try {
            TargetJvm.checkVersion(process, properties);
            return "yes";
        } catch (Refusal e) {
            return no(process, e);
        }
    }

    /** The sentence without its subject, which stands at the beginning of the line. */
    private static String no(TargetProcess process, Refusal refusal) {
        String reason = refusal.sentence().replaceFirst("^process " + process.pid() + " ", "");
        int detail = reason.indexOf(": ");
        return "no, it " + (detail < 0 ? reason : reason.substring(0, detail));
    }

    /** The rest of a command may hold secrets. */
    private static String mainClass(String command) {
        String first = command.strip().split("\\s", 2)[0];
        return first.isEmpty() ? UNKNOWN : first.substring(first.lastIndexOf('/') + 1);
    }

    /** As the JDK's directory tells it. */
    private static String version(TargetProcess process) {
        Path java = process.info().command().map(Path::of).orElse(Path.of("none"));
        Path bin = java.getParent();
        Path home = bin == null ? null : bin.getParent();
        if (home != null) {
            Properties release = new Properties();
            try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
                release.load(file);
                return release.getProperty("JAVA_VERSION", UNKNOWN).replace("\"", "");
            } catch (IOException | IllegalArgumentException e) {
                // not every JDK has that file
            }
        }
        return UNKNOWN;
    }

    void addTo(Table table) {
        table.row(Long.toString(pid), mainClass, version, plimsoll, attachable);
    }
}
