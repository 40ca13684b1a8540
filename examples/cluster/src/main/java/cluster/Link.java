package cluster;

import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One connection through a {@link TcpProxy}: a thread for each direction. */
final class Link {
    private static final int PIECE = 64 * 1024;

    private final TcpProxy proxy;
    private final Socket client;
    private @Nullable Socket server;
    private volatile boolean closed;
    private volatile boolean clientSpoke;
    private int ends;

    Link(TcpProxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    /** Connects to the server when the proxy lets it through, and moves bytes until both sides have ended. */
    void open() {
        try {
            proxy.pass(this);
            Socket connected = proxy.connect();
            if (adopt(connected)) {
                TcpProxy.daemon(
                        "proxy to " + client.getPort(), () -> move(connected, client, () -> clientSpoke = false));
                move(client, connected, this::heardClient);
            } else {
                connected.close();
            }
        } catch (IOException | InterruptedException e) {
            reset();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Closes both ends so that whoever is there sees a reset, not an end. */
    synchronized void reset() {
        abort(client);
        if (server != null) {
            abort(server);
        }
        close();
    }

    private synchronized boolean adopt(Socket connected) {
        server = connected;
        return !closed;
    }

    /** Spoken is what arrived here, before it is passed on: an answer never comes before its question. */
    private void heardClient() {
        if (!clientSpoke) {
            clientSpoke = true;
            proxy.countRoundTrip();
        }
    }

    private void move(Socket from, Socket to, Runnable heard) {
        byte[] piece = new byte[PIECE];
        try {
            for (int size = from.getInputStream().read(piece);
                    size >= 0;
                    size = from.getInputStream().read(piece)) {
                heard.run();
                proxy.pass(this);
                to.getOutputStream().write(piece, 0, size);
            }
            proxy.pass(this);
            to.shutdownOutput();
            ended();
        } catch (IOException | InterruptedException e) {
            reset();
        }
    }

    private synchronized void ended() throws IOException {
        ends++;
        if (ends == 2) {
            client.close();
            if (server != null) {
                server.close();
            }
            close();
        }
    }

    private void close() {
        closed = true;
        proxy.ended(this);
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Closed already, which is all that was wanted.
        }
    }
}
