package dev.plimsoll.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** What somebody may have meant who wrote a name that does not exist. */
public final class Nearest {
    private Nearest() {}

    /**
     * The name that takes the fewest letters to get to.
     *
     * @throws java.util.NoSuchElementException if there are no names
     */
    public static String to(String written, Stream<String> names) {
        return names.min(Comparator.comparingInt(name -> distance(written, name)))
                .orElseThrow();
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
