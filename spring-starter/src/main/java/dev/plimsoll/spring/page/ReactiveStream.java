package dev.plimsoll.spring.page;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Keeps a request open, and tells it what changes. */
final class ReactiveStream implements WebHandler {
    /** Who has not read that many is not there any more. */
    private static final int MOST_WAITING = 64;

    private final PageStream stream;

    ReactiveStream(PageStream stream) {
        this.stream = stream;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        Subscriber subscriber = new Subscriber();
        if (!stream.join(subscriber)) {
            response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            return response.setComplete();
        }
        PageFiles.HEADERS.forEach(response.getHeaders()::set);
        response.getHeaders().set("Cache-Control", "no-store");
        response.getHeaders().set("X-Accel-Buffering", "no");
        response.getHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
        return response.writeAndFlushWith(subscriber
                .events
                .asFlux()
                .map(text -> Mono.just(buffer(response, text)))
                .doFinally(how -> stream.leave(subscriber)));
    }

    private static DataBuffer buffer(ServerHttpResponse response, String text) {
        return response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One at a time: a sink refuses what comes while another thread is at it, be it the end. */
    private static final class Subscriber implements PageStream.Subscriber {
        private final Sinks.Many<String> events =
                Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));

        @Override
        public synchronized void send(String text) {
            events.tryEmitNext(text).orThrow();
        }

        @Override
        public synchronized void end() {
            events.tryEmitComplete();
        }
    }
}
