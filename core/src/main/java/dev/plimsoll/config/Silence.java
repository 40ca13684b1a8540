package dev.plimsoll.config;

import dev.plimsoll.finding.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is not to be reported: one finding by its id, all of a kind, or a kind at one method.
 *
 * @param idOrKind id of a finding, or a kind
 * @param method the method as {@code package.Class#method}; empty for everywhere
 */
public record Silence(String idOrKind, String method) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]+)(?:@([\\w.$]+#[\\w$<>]+))?");

    /**
     * Reads one element of the option {@code plimsoll.silence}.
     *
     * @throws InvalidOptionException if {@code written} is none of the three
     */
    public static Silence of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new InvalidOptionException(Options.PREFIX + Option.SILENCE.key() + " has '" + written
                    + "', but must be " + Option.SILENCE.legal());
        }
        return new Silence(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
    }

    /** Whether it is about one finding only. */
    public boolean isId() {
        return method.isEmpty() && ID.matcher(idOrKind).matches();
    }

    public boolean covers(Finding finding) {
        if (method.isEmpty()) {
            return idOrKind.equals(finding.id()) || idOrKind.equals(finding.kind());
        }
        return idOrKind.equals(finding.kind()) && method.equals(methodOf(finding));
    }

    private static String methodOf(Finding finding) {
        String callSite = finding.callSite();
        int end = callSite.indexOf('(');
        int dot = callSite.lastIndexOf('.', Math.max(end, 0));
        return dot < 0 ? "" : callSite.substring(0, dot) + "#" + callSite.substring(dot + 1, end);
    }
}
