package shop;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The day in numbers, broken beside mended. */
final class ClosingTable {
    private static final String ROW = "%-18s %7s %7s  %7s %7s  %7s %7s  %7s %7s%n";
    private static final String GROUPS = "%-18s %15s  %15s  %15s  %15s%n";

    private ClosingTable() {}

    static String of(List<Day.Visit> visits) {
        StringBuilder table = new StringBuilder();
        table.append(line(GROUPS, "", "statements", "rows read", "commits", "findings"));
        table.append(line(ROW, "page", "broken", "mended", "broken", "mended", "broken", "mended", "broken", "mended"));
        visits.forEach(visit -> table.append(row(visit)));
        return table.toString();
    }

    private static String row(Day.Visit visit) {
        Load broken = visit.broken().load();
        Load mended = visit.mended().load();
        return line(
                ROW,
                visit.page(),
                broken.statements(),
                mended.statements(),
                broken.rows(),
                mended.rows(),
                broken.commits(),
                mended.commits(),
                visit.broken().findings().size(),
                visit.mended().findings().size());
    }

    private static String line(String format, Object... cells) {
        Object[] texts = Stream.of(cells)
                .map(cell -> cell instanceof Long number ? String.format(Locale.ROOT, "%,d", number) : cell)
                .toArray();
        return String.format(Locale.ROOT, format, texts);
    }
}
