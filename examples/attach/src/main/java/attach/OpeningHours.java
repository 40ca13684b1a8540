package attach;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import lending.Lending;

/** What the readers of the library ask: all of it before anybody watches, while somebody does, and afterwards. */
final class OpeningHours {
    private static final List<String> REQUESTS = List.of("shelf", "overdue", "renew");
    private static final String OPEN = "Open on port ";

    private final HttpClient readers = HttpClient.newHttpClient();
    private final String library;

    private OpeningHours(int port) {
        this.library = "http://127.0.0.1:" + port + "/";
    }

    /** Starts the program and serves. Returns what it printed. */
    static List<String> of(Watcher watcher) throws IOException, InterruptedException {
        try (Program program = Program.java(List.of("-cp", ClassPath.withoutPlimsoll(), Lending.class.getName()))) {
            int port = program.errors()
                    .first(line -> line.startsWith(OPEN)
                            ? Optional.of(Integer.valueOf(line.substring(OPEN.length())))
                            : Optional.empty());
            OpeningHours day = new OpeningHours(port);
            day.askAll();
            watcher.begin(program);
            day.askAll();
            watcher.end(program);
            day.askAll();
            int status = program.end();
            if (status != 0) {
                throw new IllegalStateException("The program ended with " + status + ": "
                        + program.errors().all());
            }
            return program.output().all();
        }
    }

    private void askAll() throws IOException, InterruptedException {
        for (String request : REQUESTS) {
            URI page = URI.create(library + request);
            int status = readers.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(page + " was answered with " + status);
            }
        }
    }
}
