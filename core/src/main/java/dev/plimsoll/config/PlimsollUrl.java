package dev.plimsoll.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL {@code jdbc:plimsoll:<real url without jdbc:>}, taken apart: what the real driver is to see, and the options that it is not.
 *
 * @param realUrl the real driver's URL
 * @param realProperties a copy of the caller's Properties without our options
 * @param options our options by key, without prefix; those in the URL win over those in the Properties
 */
public record PlimsollUrl(String realUrl, Properties realProperties, Map<String, String> options) {
    /** What our URLs begin with. */
    public static final String PREFIX = "jdbc:plimsoll:";

    private static final Pattern OPTION = Pattern.compile("([?&;])plimsoll\\.([^=&;]*)(?:=([^&;]*))?");
    private static final String EXAMPLE = PREFIX + "postgresql://host/database";

    public PlimsollUrl {
        options = Map.copyOf(options);
    }

    public static boolean accepts(String url) {
        return url.startsWith(PREFIX);
    }

    /**
     * Takes a URL apart.
     *
     * @throws InvalidOptionException if no real URL follows the prefix, or an option in the URL has no value
     */
    public static PlimsollUrl parse(String url, Properties properties) {
        String rest = url.substring(PREFIX.length());
        if (rest.startsWith("jdbc:")) {
            throw new InvalidOptionException("the URL " + shown(url) + " has 'jdbc:' twice; write it as " + EXAMPLE);
        }
        if (!rest.matches("[A-Za-z][\\w+.-]*:.*")) {
            throw new InvalidOptionException(
                    "the URL " + shown(url) + " names no database after " + PREFIX + "; write it as " + EXAMPLE);
        }
        Map<String, String> options = OptionSources.prefixed(properties);
        String realUrl = strip("jdbc:" + rest, options);
        return new PlimsollUrl(realUrl, without(properties), options);
    }

    private static String strip(String url, Map<String, String> options) {
        StringBuilder stripped = new StringBuilder();
        Matcher matcher = OPTION.matcher(url);
        int from = 0;
        boolean needsQuestionMark = false;
        while (matcher.find()) {
            append(stripped, url.substring(from, matcher.start()), needsQuestionMark);
            needsQuestionMark = matcher.group(1).equals("?") || needsQuestionMark && from == matcher.start();
            if (matcher.group(3) == null) {
                throw new InvalidOptionException("plimsoll." + matcher.group(2)
                        + " in the URL has no value; write plimsoll." + matcher.group(2) + "=value");
            }
            options.put(matcher.group(2), decoded(matcher.group(3), matcher.group(1)));
            from = matcher.end();
        }
        append(stripped, url.substring(from), needsQuestionMark);
        return stripped.toString();
    }

    /** What follows a first parameter that was taken out begins with an ampersand, but must begin the parameters now. */
    private static void append(StringBuilder stripped, String part, boolean needsQuestionMark) {
        if (needsQuestionMark && part.startsWith("&")) {
            stripped.append('?').append(part, 1, part.length());
        } else {
            stripped.append(part);
        }
    }

    private static String decoded(String value, String separator) {
        try {
            return separator.equals(";") ? value : URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // not percent-encoded after all
        }
    }

    private static Properties without(Properties properties) {
        Properties real = new Properties();
        for (String name : properties.stringPropertyNames()) {
            if (!name.startsWith(Options.PREFIX)) {
                real.setProperty(name, properties.getProperty(name));
            }
        }
        properties.forEach((name, value) -> {
            if (!(name instanceof String key && key.startsWith(Options.PREFIX))) {
                real.put(name, value);
            }
        });
        return real;
    }

    /** A URL as it may be shown: without its parameters, which may hold a password, and without credentials before the host. */
    public static String shown(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//").replaceFirst("(thin:)[^@]*@", "$1@");
    }
}
