package dev.plimsoll.agent.cli;

import java.util.List;
import java.util.Set;

/** The words of a command that starts a JVM. */
final class JavaCommand {
    /** What follows one of these is its value. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-reads",
            "--add-exports",
            "--add-opens",
            "--source");
    /** What follows one of these is the program. */
    private static final Set<String> BEFORE_PROGRAM = Set.of("-jar", "-m", "--module");

    private JavaCommand() {}

    /** The main class, module or jar; empty if it is not among the words. */
    static String mainClass(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (BEFORE_PROGRAM.contains(word)) {
                return i + 1 < words.size() ? words.get(i + 1) : "";
            }
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !word.startsWith("@")) {
                return word;
            }
        }
        return "";
    }
}
