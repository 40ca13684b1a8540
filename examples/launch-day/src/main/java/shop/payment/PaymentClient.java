package shop.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The shop's way to its payment provider. */
public final class PaymentClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI provider;

    public PaymentClient(URI provider) {
        this.provider = provider;
    }

    /** Takes the money for an order and waits for the answer; asking again for the same order takes nothing. */
    public void charge(long order, long cents) {
        HttpRequest request = HttpRequest.newBuilder(provider.resolve("/payments/" + order + "?cents=" + cents))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("the payment of order " + order + " was answered with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the payment provider", e);
        }
    }
}
