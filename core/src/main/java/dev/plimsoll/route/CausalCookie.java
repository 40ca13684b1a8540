package dev.plimsoll.route;

import java.time.Duration;

/** How a causal token travels: to a browser and back as a cookie, between services as a header. */
public final class CausalCookie {
    /** The cookie's name. */
    public static final String NAME = "plimsoll-token";
    /** The header's name, in requests and in answers. */
    public static final String HEADER = "Causal-Token";
    /** How long a token is of use: replicas have caught up long before. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private CausalCookie() {}

    /** The value of a {@code Set-Cookie} header. */
    public static String header(String token) {
        return NAME + "=" + token + "; Path=/; Max-Age=" + LIFETIME.toSeconds() + "; HttpOnly; Secure; SameSite=Lax";
    }
}
