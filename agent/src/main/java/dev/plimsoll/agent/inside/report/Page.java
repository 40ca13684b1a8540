package dev.plimsoll.agent.inside.report;

import java.util.Locale;

/** Text that is written from top to bottom, in lines of 100 columns; only a word that is longer stands out. */
final class Page {
    static final int WIDTH = 100;
    private static final int LABEL = 11;
    private static final int INDENT = 4;

    private final StringBuilder text = new StringBuilder();

    Page line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    Page blank() {
        text.append('\n');
        return this;
    }

    /** The name of a part in capitals, and on the right what the whole of it comes to. */
    Page heading(String name, String total) {
        String capitals = name.toUpperCase(Locale.ROOT);
        blank();
        line(capitals + " ".repeat(Math.max(2, WIDTH - capitals.length() - total.length())) + total);
        return line("─".repeat(WIDTH));
    }

    /** A name and what there is to say, as far to the right as it needs to be; nothing if there is nothing to say. */
    Page field(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        String label = " ".repeat(INDENT) + name;
        int column = Math.max(INDENT + LABEL, label.length() + 1);
        return wrapped(label + " ".repeat(column - label.length()), INDENT + LABEL, value);
    }

    /** Text after a beginning; its further lines begin at a column. */
    Page wrapped(String beginning, int column, String value) {
        String start = beginning;
        for (String paragraph : value.split("\n", -1)) {
            StringBuilder line = new StringBuilder(start);
            boolean empty = true;
            for (String word : paragraph.strip().split(" +", -1)) {
                if (!empty && line.length() + 1 + word.length() > WIDTH) {
                    line(line.toString());
                    line.setLength(0);
                    line.append(" ".repeat(column));
                    empty = true;
                }
                line.append(empty ? "" : " ").append(word);
                empty = false;
            }
            line(line.toString());
            start = " ".repeat(column);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
