package dev.plimsoll.agent.inside.units;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Paths of requests with what differs from request to request folded, like the literals of a statement: {@code /orders/17} is
 * {@code /orders/{number}}. Segments that look like nobody's choice of a word are folded too, so that no key or address is printed. Of
 * what is left, so many are kept apart and no more. Safe for use by many threads.
 */
final class Paths {
    private static final int KEPT_APART = 1_000;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_DIGITS = 4;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** The path folded, or null if there are too many different ones. */
    @Nullable
    String known(String path) {
        String folded = folded(path);
        if (known.contains(folded)) {
            return folded;
        }
        return known.size() < KEPT_APART && known.add(folded) ? folded : null;
    }

    static String folded(String path) {
        StringBuilder folded = new StringBuilder(path.length());
        int from = 0;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            fold(path, from, withoutParameters(path, from, to), folded);
            if (slash >= 0) {
                folded.append('/');
            }
            from = to + 1;
        }
        return folded.isEmpty() ? "/" : folded.toString();
    }

    /** Parameters of a path, such as {@code ;jsessionid=…}, are no part of its name. */
    private static int withoutParameters(String path, int from, int to) {
        int parameters = path.indexOf(';', from);
        return parameters >= 0 && parameters < to ? parameters : to;
    }

    private static void fold(String path, int from, int to, StringBuilder folded) {
        int digits = 0;
        boolean plain = to - from <= LONGEST_WORD;
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            plain &= c > ' ' && c < 0x7f && c != '@' && c != '%' && c != '=' && c != '+';
        }
        if (digits > 0 && digits == to - from) {
            folded.append("{number}");
        } else if (plain && digits <= MOST_DIGITS) {
            folded.append(path, from, to);
        } else {
            folded.append("{value}");
        }
    }
}
