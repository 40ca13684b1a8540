package dev.plimsoll.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What counts as the application's own code.
 *
 * @param applicationPackages prefixes of class names that are the application's even if {@code libraryPackages} covers them
 * @param libraryPackages prefixes of class names that are not the application's
 * @param ofFirstExecution whether the stack is looked at on a statement's first execution too, which costs some tens of microseconds in a
 *     framework's deep stack
 */
public record CallSiteOptions(
        List<String> applicationPackages, List<String> libraryPackages, boolean ofFirstExecution) {
    private static final List<String> KNOWN_LIBRARIES = readKnownLibraries();

    public CallSiteOptions {
        applicationPackages = List.copyOf(applicationPackages);
        libraryPackages = List.copyOf(libraryPackages);
    }

    /** The libraries known to stand between applications and JDBC. */
    public static CallSiteOptions defaults() {
        return new CallSiteOptions(List.of(), List.of(), false);
    }

    boolean isApplication(String className) {
        return startsWithAny(className, applicationPackages)
                || !startsWithAny(className, libraryPackages) && !startsWithAny(className, KNOWN_LIBRARIES);
    }

    private static boolean startsWithAny(String className, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> readKnownLibraries() {
        try (InputStream file = CallSiteOptions.class.getResourceAsStream("library-packages.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<String> prefixes = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    prefixes.add(line);
                }
            }
            return prefixes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
