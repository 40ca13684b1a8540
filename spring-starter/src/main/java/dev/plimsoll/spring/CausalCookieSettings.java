package dev.plimsoll.spring;

import dev.plimsoll.route.CausalCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How causal tokens travel with requests and answers.
 *
 * @param secret signs them; null if they do not travel
 * @param cookie the cookie's name; empty for no cookie
 * @param header the header's name; empty for no header
 */
public record CausalCookieSettings(@Nullable String secret, String cookie, String header) {
    private static final int LEAST_SECRET = 16;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]*");

    /** @throws Mistake if a name or the secret cannot be used */
    static CausalCookieSettings of(PropertyLookup lookup) {
        String secret = text(StarterProperty.CAUSAL_COOKIE_SECRET, lookup);
        String cookie = text(StarterProperty.CAUSAL_COOKIE_NAME, lookup);
        String header = text(StarterProperty.CAUSAL_COOKIE_HEADER, lookup);
        if (secret != null && secret.length() < LEAST_SECRET) {
            throw new Mistake(
                    "'" + StarterProperty.CAUSAL_COOKIE_SECRET.property() + "' has " + secret.length() + " characters.",
                    "Give it " + LEAST_SECRET
                            + " or more, from a source of random numbers; all processes that share the"
                            + " cookie need the same.");
        }
        check(StarterProperty.CAUSAL_COOKIE_NAME, cookie);
        check(StarterProperty.CAUSAL_COOKIE_HEADER, header);
        return new CausalCookieSettings(
                secret, cookie == null ? CausalCookie.NAME : cookie, header == null ? "" : header);
    }

    private static @Nullable String text(StarterProperty property, PropertyLookup lookup) {
        String text = lookup.text(PlimsollSettings.PREFIX.append(property.key()));
        return text == null ? null : text.strip();
    }

    private static void check(StarterProperty property, @Nullable String name) {
        if (name != null && !NAME.matcher(name).matches()) {
            throw new Mistake(
                    "'" + property.property() + "' is '" + name + "', which HTTP does not allow as a name.",
                    "Use letters, digits and hyphens, or leave it empty for none.");
        }
    }

    /** The option {@code plimsoll.token-keys} for data sources that have none; empty if tokens do not travel. */
    String tokenKeys() {
        if (secret == null) {
            return "";
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return "1:" + HexFormat.of().formatHex(hash); // a secret may have commas, which separate keys
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "cookie '" + cookie + "', header '" + header + "'";
    }
}
