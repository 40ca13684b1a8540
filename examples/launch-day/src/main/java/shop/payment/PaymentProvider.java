package shop.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** Somebody else's HTTP service, which answers when it pleases. Lives until it is closed. */
public final class PaymentProvider implements AutoCloseable {
    private final HttpServer server;
    private final Duration delay;

    private PaymentProvider(HttpServer server, Duration delay) {
        this.server = server;
        this.delay = delay;
    }

    /** Starts a provider that thinks about every payment for {@code delay}. */
    public static PaymentProvider start(Duration delay) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PaymentProvider provider = new PaymentProvider(server, delay);
        server.createContext("/payments/", provider::accept);
        server.start();
        return provider;
    }

    public URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    private void accept(HttpExchange exchange) throws IOException {
        try (exchange) {
            Thread.sleep(delay.toMillis());
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
