package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import shop.page.Page;

/**
 * The shop as a web server of its own, in whose process nothing knows of Plimsoll: {@code /broken/search} is the page that its
 * customers of launch day saw, {@code /mended/search} today's. Serves until its standard input ends.
 */
final class Doors {
    private static final int CLERKS = 4;

    private final Shop shop;

    private Doors(Shop shop) {
        this.shop = shop;
    }

    public static void main(String[] arguments) throws IOException {
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        try (Database database = Database.start(Database.Kind.H2);
                Shop shop = Shop.open(database.pool())) {
            shop.fillBooks();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(clerks);
            server.createContext("/", new Doors(shop)::serve);
            server.start();
            System.out.println("The shop is open on port " + server.getAddress().getPort());
            System.in.transferTo(System.out);
            server.stop(0);
        } finally {
            clerks.shutdown();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] shown = shown(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, shown.length);
            exchange.getResponseBody().write(shown);
        } catch (RuntimeException e) {
            e.printStackTrace();
            throw e;
        }
    }

    private String shown(String path) {
        for (Page page : shop.pages()) {
            String name = page.name().replace("'", "").replace(' ', '-');
            if (path.equals("/broken/" + name)) {
                return page.broken();
            }
            if (path.equals("/mended/" + name)) {
                return page.mended();
            }
        }
        return "There is no such page";
    }
}
