package dev.plimsoll.agent.inside.report;

import java.util.ArrayList;
import java.util.List;

/** Cells in columns as wide as what is in them: those of text to the left, numbers to the right. */
final class Columns {
    private static final String GAP = "   ";

    private final int texts;
    private final List<String[]> rows = new ArrayList<>();

    /** The first {@code texts} columns hold text. */
    Columns(int texts, String... names) {
        this.texts = texts;
        rows.add(names);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** The names of the columns at index 0, then the rows. */
    String line(int index) {
        String[] cells = rows.get(index);
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            String filling = " ".repeat(width(column) - cells[column].length());
            line.append(column == 0 ? "" : GAP);
            line.append(column < texts ? cells[column] + filling : filling + cells[column]);
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
