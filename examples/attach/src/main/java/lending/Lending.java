package lending;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The program: answers requests such as {@code GET /overdue}, and writes down each answer on its standard output. It ends when its
 * standard input does.
 */
public final class Lending {
    private final Desk desk;

    private Lending(Desk desk) {
        this.desk = desk;
    }

    public static void main(String[] arguments) throws IOException {
        try (Library library = Library.open()) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", new Lending(library.desk())::serve);
            server.start();
            System.err.println("Open on port " + server.getAddress().getPort());
            System.out.println("The library is open");
            System.in.transferTo(System.out);
            server.stop(0);
            System.out.println("The library is closed");
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String answer = desk.serve(exchange.getRequestURI().getPath().substring(1));
            System.out.println(answer);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
