package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of one run, as people and programs read them. */
final class Report {
    private final List<Figure> figures = new ArrayList<>();

    void add(Figure figure) {
        figures.add(figure);
    }

    /** Writes a list of objects: workload, subject, driver, ns, bytes. */
    void writeJson(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Files.writeString(file, figures.stream().map(Figure::json).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }

    /** What a driver costs, what each subject adds to it, and what Plimsoll may add. */
    String table(Driver driver) {
        StringBuilder table = new StringBuilder();
        table.append(String.format("CPU nanoseconds / bytes of one run, driver %s%n", driver));
        line(table, "", Workload::toString);
        line(table, "raw", workload -> cost(figure(driver, Subject.RAW, workload)));
        table.append(String.format("added by%n"));
        distinct(Figure::subject).stream()
                .filter(subject -> subject != Subject.RAW)
                .forEach(subject -> line(table, subject.toString(), workload -> added(driver, subject, workload)));
        line(table, "goal", workload -> cost(workload.goalNanos(), workload.goalBytes()));
        distinct(Figure::workload).forEach(workload -> legend(table, workload.toString(), workload.description()));
        distinct(Figure::subject).forEach(subject -> legend(table, subject.toString(), subject.description()));
        return table.toString();
    }

    private static void legend(StringBuilder table, String name, String description) {
        table.append(String.format("  %-12s  %s%n", name, description));
    }

    private void line(StringBuilder table, String name, Function<Workload, String> cell) {
        table.append(String.format("  %-12s", name));
        distinct(Figure::workload).forEach(workload -> table.append(String.format("%16s", cell.apply(workload))));
        table.append(System.lineSeparator());
    }

    private String added(Driver driver, Subject subject, Workload workload) {
        Figure raw = figure(driver, Subject.RAW, workload);
        Figure figure = figure(driver, subject, workload);
        return cost(figure.nanos() - raw.nanos(), figure.bytes() - raw.bytes());
    }

    private static String cost(Figure figure) {
        return cost(figure.nanos(), figure.bytes());
    }

    private static String cost(double nanos, double bytes) {
        return String.format(Locale.ROOT, "%,d / %,d", Math.round(nanos), Math.round(bytes));
    }

    private Figure figure(Driver driver, Subject subject, Workload workload) {
        return figures.stream()
                .filter(figure ->
                        figure.driver() == driver && figure.subject() == subject && figure.workload() == workload)
                .findFirst()
                .orElseThrow();
    }

    private <T extends Comparable<T>> List<T> distinct(Function<Figure, T> part) {
        return figures.stream().map(part).distinct().sorted().toList();
    }
}
