package dev.plimsoll.spring.page;

import dev.plimsoll.spring.page.PageFiles.PageFile;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** Answers with the page's files. */
final class ReactivePage implements WebHandler {
    private final PageFiles files;

    ReactivePage(PageFiles files) {
        this.files = files;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        Optional<PageFile> file = files.file(name(exchange));
        ServerHttpResponse response = exchange.getResponse();
        if (file.isEmpty()) {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            return response.setComplete();
        }
        PageFiles.HEADERS.forEach(response.getHeaders()::set);
        response.getHeaders().set("Content-Type", file.get().type());
        response.getHeaders().setContentLength(file.get().content().length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(file.get().content())));
    }

    private static String name(ServerWebExchange exchange) {
        Map<String, String> variables =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        return variables.getOrDefault("file", PageFiles.START);
    }
}
