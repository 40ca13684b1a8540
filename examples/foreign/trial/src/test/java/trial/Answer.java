package trial;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a server answered to one request, all of it but the time of day and how long it keeps the connection.
 *
 * @param body its bytes, each as a character
 */
record Answer(String request, int status, Map<String, List<String>> headers, String body) {

    static Answer of(String request, HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(Set.of("date", "connection", "keep-alive"));
        return new Answer(
                request, response.statusCode(), headers, new String(response.body(), StandardCharsets.ISO_8859_1));
    }
}
