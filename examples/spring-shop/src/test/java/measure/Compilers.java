package measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The threads with which a JVM compiles, as Linux tells of them. */
final class Compilers {
    /** Linux cuts names of threads. */
    private static final String NAME = "C[12] CompilerThre.*";

    /** Linux tells times in hundredths of a second. */
    private static final double TICK_MILLIS = 10;
    /** Behind the name: user time is the 12th field, system time the 13th. */
    private static final int USER_TIME = 11;

    private Compilers() {}

    static double cpuMillis(long process) throws IOException {
        double millis = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process), "task"))) {
            for (Path thread : threads) {
                millis += cpuMillis(thread.resolve("stat"));
            }
        }
        return millis;
    }

    private static double cpuMillis(Path thread) throws IOException {
        String told;
        try {
            told = Files.readString(thread);
        } catch (NoSuchFileException e) {
            return 0; // it has just ended
        }
        String name = told.substring(told.indexOf('(') + 1, told.lastIndexOf(')'));
        if (!name.matches(NAME)) {
            return 0;
        }
        String[] fields = told.substring(told.lastIndexOf(')') + 2).split(" ");
        return TICK_MILLIS * (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]));
    }
}
