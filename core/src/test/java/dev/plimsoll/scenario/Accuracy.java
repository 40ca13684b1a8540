package dev.plimsoll.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds verdicts up to the figures that are published. */
final class Accuracy {
    private int rows;
    private int owed;
    private int found;
    private int made;
    private final List<String> wrong = new ArrayList<>();

    void add(Row row, Verdict verdict) {
        rows++;
        owed += verdict.owed();
        found += verdict.found();
        made += verdict.made();
        if (!verdict.complaints().isEmpty()) {
            wrong.add(row.id());
        }
    }

    /** The history could not be played to its end. */
    void addBroken(Row row) {
        rows++;
        owed += row.owed().stream().mapToInt(Owes::times).sum();
        wrong.add(row.id());
    }

    /**
     * {@code precision} is the share of the findings made that were owed, {@code recall} the share of the findings owed that were
     * made.
     */
    void writeTo(Path file) throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", rows);
        figures.put("right", rows - wrong.size());
        figures.put("precision", share(found, made));
        figures.put("recall", share(found, owed));
        figures.put("wrong", wrong);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : Math.round(10_000.0 * part / whole) / 10_000.0;
    }
}
