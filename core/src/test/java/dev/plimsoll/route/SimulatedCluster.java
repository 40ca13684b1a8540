package dev.plimsoll.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** A primary and its standbys: the log is shipped, servers crash, standbys are promoted. */
final class SimulatedCluster {
    static final long ID = 7_777_777L;

    final List<SimulatedServer> servers = new ArrayList<>();
    /** Versions that were committed once and are on no timeline that goes on. */
    final BitSet lost = new BitSet();
    /** A commit that was acknowledged as durable is among them. */
    boolean durableLost;

    private final BitSet durablyAcknowledged = new BitSet();
    private final Random random;
    private long lastVersion;
    SimulatedServer primary;

    SimulatedCluster(List<Node> nodes, Random random) {
        this.random = random;
        SimulatedLog log = SimulatedLog.first();
        nodes.forEach(node -> servers.add(new SimulatedServer(node, log, node.index() == 0)));
        primary = servers.get(0);
    }

    SimulatedServer of(Node node) {
        return servers.get(node.index());
    }

    /** Commits on a server that takes writes, be it the primary or one that has not noticed that it is no more. */
    long commit(SimulatedServer server, int key, boolean durable) {
        long version = ++lastVersion;
        server.commit(key, version);
        if (durable) {
            server.flushed = server.position;
        }
        if (server != primary) {
            lost.set((int) version);
        }
        return version;
    }

    void acknowledged(long version, boolean durable) {
        if (durable) {
            durablyAcknowledged.set((int) version);
            durableLost |= lost.get((int) version);
        }
    }

    void flush() {
        primary.flushed += random.nextInt(primary.position - primary.flushed + 1);
    }

    void replay(SimulatedServer server) {
        int available = available(server);
        if (server.up && !server.writable && available > server.position) {
            server.moveTo(server.position + 1 + random.nextInt(available - server.position));
        }
    }

    private int available(SimulatedServer server) {
        int available = server.position;
        for (SimulatedServer source : servers) {
            if (source.writable && source.up && source.log == server.log) {
                available = Math.max(available, source.flushed);
            }
        }
        return available;
    }

    /** A standby crashes and replays once more from some earlier point. */
    void restart(SimulatedServer server) {
        if (server == primary) {
            restartPrimary();
        } else if (!server.writable) {
            server.restartAsStandby(server.log, server.position - random.nextInt(Math.min(30, server.position - 9)));
        }
    }

    /** The primary crashes; what it had not flushed is gone. */
    private void restartPrimary() {
        lose(primary.log, primary.flushed);
        primary.log.truncate(primary.flushed);
        primary.position = Integer.MAX_VALUE;
        primary.moveTo(primary.flushed);
        primary.incarnation++;
    }

    private void lose(SimulatedLog log, int from) {
        for (int i = from; i < log.size(); i++) {
            if (log.key(i) >= 0) {
                lost.set((int) log.version(i));
                durableLost |= durablyAcknowledged.get((int) log.version(i));
            }
        }
    }

    /** Promotes {@code server}, a standby on the present timeline; the primary goes down, or does not notice. */
    void promote(SimulatedServer server, boolean clean) {
        if (!server.up || server.writable || server.log != primary.log) {
            return;
        }
        if (clean) {
            server.moveTo(primary.flushed);
        }
        lose(primary.log, server.position);
        primary.up = random.nextBoolean();
        server.log = server.log.fork(server.position);
        server.writable = true;
        server.flushed = server.position;
        primary = server;
    }

    /** A server that is not on the present timeline, or down, joins again; one that has too much is wound back first. */
    void rejoin(SimulatedServer server) {
        if (server == primary || server.up && server.log == primary.log) {
            return;
        }
        boolean follows = server.up && !server.writable && !hasForeign(server);
        if (follows) {
            server.log = primary.log;
        } else {
            server.restartAsStandby(primary.log, Math.max(10, common(server) - random.nextInt(3)));
        }
    }

    private boolean hasForeign(SimulatedServer server) {
        return server.position > common(server);
    }

    private int common(SimulatedServer server) {
        int common = Math.min(primary.flushed, Math.min(server.position, server.log.size()));
        int same = 10;
        while (same < common && server.log.version(same) == primary.log.version(same)) {
            same++;
        }
        return same;
    }

    void recover() {
        servers.forEach(this::rejoin);
        primary.flushed = primary.position;
        for (SimulatedServer server : servers) {
            if (server != primary) {
                server.moveTo(primary.flushed);
            }
        }
    }

    /** The last version of {@code key} that is not lost, of those up to {@code version}. */
    long surviving(int key, long version) {
        if (version == 0 || !lost.get((int) version)) {
            return version;
        }
        long surviving = 0;
        for (int i = 10; i < primary.log.size(); i++) {
            if (primary.log.key(i) == key && primary.log.version(i) <= version) {
                surviving = primary.log.version(i);
            }
        }
        return surviving;
    }
}
