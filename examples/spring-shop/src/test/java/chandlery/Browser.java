package chandlery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A visitor over HTTP, with a jar of cookies of their own. */
final class Browser {
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI shop;

    Browser(int port) {
        this.shop = URI.create("http://localhost:" + port);
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(shop.resolve(path)).GET());
    }

    /** The page to which the answer leads. */
    String post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(shop.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
