package measure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts as much load on a shop as it bears, on behalf of a customer who has signed in. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");

    private final Path mix;

    Wrk() throws IOException {
        mix = Files.createTempFile("mix", ".lua");
        mix.toFile().deleteOnExit();
        try (InputStream resource = Wrk.class.getResourceAsStream("mix.lua")) {
            Files.copy(resource, mix, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * What a shop did in one run.
     *
     * @param rate requests a second
     * @param cpuMicros CPU time of the shop for each request
     * @param compilersShare how much of it was that of the threads that compile
     */
    record Run(double rate, double cpuMicros, double compilersShare) {

        /** What several shops did, in the mean. */
        static Run mean(Collection<Run> runs) {
            return new Run(mean(runs, Run::rate), mean(runs, Run::cpuMicros), mean(runs, Run::compilersShare));
        }

        private static double mean(Collection<Run> runs, ToDoubleFunction<Run> figure) {
            return runs.stream().mapToDouble(figure).average().orElseThrow();
        }
    }

    Run run(Shop shop, int connections, int seconds) throws IOException, InterruptedException {
        String cookie = signIn(shop.port());
        double before = shop.cpuMillis();
        double compilersBefore = shop.compilerMillis();
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout=30s",
                        "-s" + mix,
                        "-HCookie: " + cookie,
                        "http://localhost:" + shop.port())
                .redirectErrorStream(true)
                .start();
        String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        double spent = shop.cpuMillis() - before;
        double compilers = shop.compilerMillis() - compilersBefore;
        if (told.contains("Non-2xx") || told.contains("Socket errors")) {
            throw new IllegalStateException(told);
        }
        return new Run(number(RATE, told), 1000 * spent / number(COUNT, told), compilers / spent);
    }

    private static String signIn(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in?customer=7"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
    }

    private static double number(Pattern pattern, String told) {
        Matcher matcher = pattern.matcher(told);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said: " + told);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
