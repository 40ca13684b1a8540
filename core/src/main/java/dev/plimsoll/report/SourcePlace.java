package dev.plimsoll.report;

import dev.plimsoll.finding.Finding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place in the code that a finding names, taken apart.
 *
 * @param method as {@code shop.OrderPage.lines}
 * @param path of the file from its source folder, as {@code shop/OrderPage.java}
 * @param line from 1; 0 if it is not known
 */
public record SourcePlace(String method, String path, int line) {
    private static final Pattern CALL_SITE = Pattern.compile("(([^(]+)\\.[^.(]+)\\(([^:)]+\\.[^:)]+)(?::(\\d+))?\\)");

    /** Nothing if the finding has no place, or its file is not known. */
    public static Optional<SourcePlace> of(Finding finding) {
        Matcher matcher = CALL_SITE.matcher(finding.callSite());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = matcher.group(2);
        String folder = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
        int line = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        return Optional.of(new SourcePlace(matcher.group(1), folder + matcher.group(3), line));
    }

    /** The class of the method. */
    String type() {
        return method.substring(0, method.lastIndexOf('.'));
    }
}
