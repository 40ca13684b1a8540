package dev.plimsoll.spring.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.HttpRequestHandler;

/** Keeps a request open, and tells it what changes; takes no thread meanwhile. */
final class ServletStream implements HttpRequestHandler {
    private final PageStream stream;

    ServletStream(PageStream stream) {
        this.stream = stream;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!request.isAsyncSupported() || !stream.hasRoom()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        PageFiles.HEADERS.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.setContentType("text/event-stream;charset=UTF-8");
        AsyncContext open = request.startAsync();
        open.setTimeout(0);
        Subscriber subscriber = new Subscriber(stream, open);
        open.addListener(subscriber);
        if (!stream.join(subscriber)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            open.complete();
        }
    }

    private static final class Subscriber implements PageStream.Subscriber, AsyncListener {
        private final PageStream stream;
        private final AsyncContext open;
        private boolean over;

        Subscriber(PageStream stream, AsyncContext open) {
            this.stream = stream;
            this.open = open;
        }

        @Override
        public synchronized void send(String events) throws IOException {
            if (!over) {
                ServletOutputStream out = open.getResponse().getOutputStream();
                out.write(events.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }

        @Override
        public synchronized void end() {
            if (!over) {
                over = true;
                open.complete();
            }
        }

        private void gone() {
            synchronized (this) {
                over = true;
            }
            stream.leave(this);
        }

        @Override
        public void onComplete(AsyncEvent event) {
            gone();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            stream.leave(this);
        }

        @Override
        public void onError(AsyncEvent event) {
            stream.leave(this);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // never: nothing dispatches it again
        }
    }
}
