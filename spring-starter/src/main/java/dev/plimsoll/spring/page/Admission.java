package dev.plimsoll.spring.page;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may look. Where the endpoint was exposed on purpose, whoever the application's own security lets through; where it is on by default
 * only, this machine's user and nobody else: dev may be merely what nobody has changed.
 */
final class Admission {
    static final String REFUSAL =
            "Plimsoll is on by default here, and answers only requests that come straight from this machine to"
                    + " localhost; to expose it, name plimsoll in management.endpoints.web.exposure.include, behind the application's security.\n";

    /** What proxies add. */
    static final List<String> FORWARDING = List.of("X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "X-Real-IP");

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    private final boolean onByDefault;

    Admission(boolean onByDefault) {
        this.onByDefault = onByDefault;
    }

    boolean onByDefault() {
        return onByDefault;
    }

    /**
     * Why a request is not answered; empty if it is.
     *
     * @param from the address at the other end; null if it is not known
     * @param host that the request names, without a port; otherwise a page of the internet whose name leads here could read along
     * @param forwarded whether a proxy was in between
     */
    Optional<String> refusal(@Nullable InetAddress from, @Nullable String host, boolean forwarded) {
        boolean near = from != null && from.isLoopbackAddress() && !forwarded && isLocal(host);
        return onByDefault && !near ? Optional.of(REFUSAL) : Optional.empty();
    }

    private static boolean isLocal(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || LOOPBACK.matcher(name).matches();
    }
}
