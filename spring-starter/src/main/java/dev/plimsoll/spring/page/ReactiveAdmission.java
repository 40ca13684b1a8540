package dev.plimsoll.spring.page;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Asks whether a request may be answered, if it is one for the endpoint or its page. */
final class ReactiveAdmission implements WebFilter {
    private final List<PathPattern> ours;
    private final Admission admission;
    private final boolean headersBelieved;

    ReactiveAdmission(String path, Admission admission, boolean headersBelieved) {
        PathPatternParser parser = PathPatternParser.defaultInstance;
        this.ours = List.of(parser.parse(path), parser.parse(path + "/**"));
        this.admission = admission;
        this.headersBelieved = headersBelieved;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        PathContainer path = request.getPath().pathWithinApplication();
        if (ours.stream().noneMatch(pattern -> pattern.matches(path))) {
            return chain.filter(exchange);
        }
        ServerHttpResponse response = exchange.getResponse();
        Optional<String> refusal = refusal(request);
        if (refusal.isEmpty()) {
            response.getHeaders().set("X-Content-Type-Options", "nosniff");
            response.getHeaders().set("Cache-Control", "no-store");
            return chain.filter(exchange);
        }
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().set("Content-Type", "text/plain;charset=UTF-8");
        return response.writeWith(Mono.fromSupplier(
                () -> response.bufferFactory().wrap(refusal.get().getBytes(StandardCharsets.UTF_8))));
    }

    private Optional<String> refusal(ServerHttpRequest request) {
        InetSocketAddress from = request.getRemoteAddress();
        boolean forwarded = headersBelieved
                || Admission.FORWARDING.stream()
                        .anyMatch(header -> request.getHeaders().getFirst(header) != null);
        return admission.refusal(
                from == null ? null : from.getAddress(), request.getURI().getHost(), forwarded);
    }
}
