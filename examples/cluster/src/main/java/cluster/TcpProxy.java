package cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy before one port of this machine, that can be slow, silent or rude, and counts round trips.
 *
 * <p>Safe for use by many threads. Faults add up until {@link #heal()}, except that of {@link #blackhole()} and
 * {@link #refuse()} the last one holds.
 */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong roundTrips = new AtomicLong();
    private final Object change = new Object();
    private volatile Mode mode = Mode.OPEN;
    private volatile Duration delay = Duration.ZERO;

    private TcpProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** A proxy on a free port before this one, which nothing has to listen on yet. */
    public static TcpProxy before(int target) {
        try {
            ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            TcpProxy proxy = new TcpProxy(listener, target);
            daemon("proxy before " + target, proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Holds back each piece that is read, in either direction, by this time; zero for none. */
    public void delay(Duration each) {
        delay = each;
    }

    /** Moves no byte and no end of a connection; new connections are accepted, and as silent. */
    public void blackhole() {
        become(Mode.BLACKHOLE);
    }

    /** Resets new connections; those present work on. */
    public void refuse() {
        become(Mode.REFUSE);
    }

    /** Resets all present connections, at both ends. */
    public void reset() {
        links.forEach(Link::reset);
        become(mode);
    }

    /** Is an ordinary proxy again. What {@link #blackhole()} held back arrives. */
    public void heal() {
        delay = Duration.ZERO;
        become(Mode.OPEN);
    }

    /**
     * How often a client spoke after the server had last spoken, or for the first time, over all connections: what a client
     * sends in several pieces without hearing an answer counts once.
     */
    public long roundTrips() {
        return roundTrips.get();
    }

    /** How many connections are open. */
    public long connections() {
        return links.size();
    }

    /** Resets all connections and listens no more. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reset();
        }
    }

    /** Returns when a byte that was read may be written. */
    void pass(Link link) throws InterruptedException {
        long millis = delay.toMillis();
        if (millis > 0) {
            Thread.sleep(millis);
        }
        synchronized (change) {
            while (mode == Mode.BLACKHOLE && !link.isClosed()) {
                change.wait();
            }
        }
    }

    Socket connect() throws IOException {
        Socket server = new Socket();
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        server.setTcpNoDelay(true);
        return server;
    }

    void countRoundTrip() {
        roundTrips.incrementAndGet();
    }

    void ended(Link link) {
        links.remove(link);
    }

    static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void become(Mode next) {
        synchronized (change) {
            mode = next;
            change.notifyAll();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Link link = new Link(this, client);
                links.add(link);
                if (mode == Mode.REFUSE || listener.isClosed()) {
                    link.reset();
                } else {
                    client.setTcpNoDelay(true);
                    daemon("proxy from " + client.getPort(), link::open);
                }
            } catch (IOException e) {
                // Closed, or the client has gone before it was let in.
            }
        }
    }

    private enum Mode {
        OPEN,
        BLACKHOLE,
        REFUSE
    }
}
