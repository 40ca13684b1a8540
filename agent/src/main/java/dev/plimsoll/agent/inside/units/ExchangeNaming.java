package dev.plimsoll.agent.inside.units;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests to the JDK's own web server: {@code GET /orders/{number}}. */
final class ExchangeNaming implements Naming {
    private static final Set<String> EXCHANGE = Set.of("com.sun.net.httpserver.HttpExchange");
    private static final String UNNAMED = "request";

    private final Getter method = new Getter(EXCHANGE, "getRequestMethod");
    private final Getter address = new Getter(EXCHANGE, "getRequestURI");
    private final Paths paths = new Paths();

    @Override
    public String atBegin(@Nullable Object chain, @Nullable Object exchange) throws Throwable {
        String path =
                address.of(exchange) instanceof URI uri && uri.getPath() != null ? paths.known(uri.getPath()) : null;
        return path == null ? UNNAMED : method.textOf(exchange) + " " + path;
    }
}
