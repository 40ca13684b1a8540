package dev.plimsoll.postgres;

import dev.plimsoll.route.NodeSample;
import dev.plimsoll.route.PrimarySample;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what part a node plays and whether it can be reached, once for each change. For one thread. */
final class NodeLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.route");

    /** URLs may hold passwords. */
    private static final Pattern URL = Pattern.compile("jdbc:\\S+");

    private final String node;
    private @Nullable String part;

    /** What was said since the node was last sampled: one failure may have two faces, by turns. */
    private final Set<String> complaints = new HashSet<>();

    private boolean survived;

    NodeLog(String node) {
        this.node = node;
    }

    void sampled(NodeSample sample) {
        if (!complaints.isEmpty()) {
            complaints.clear();
            LOG.info("{} can be asked again", node);
        }
        String now = part(sample, sample instanceof PrimarySample);
        if (!now.equals(part)) {
            part = now;
            LOG.info("{} {}", node, now);
        }
    }

    private static String part(NodeSample sample, boolean primary) {
        if (sample.epoch().cluster() == 0) {
            return primary ? "is taken for the primary" : "is taken for a replica";
        }
        return (primary ? "takes writes" : "is a standby") + ", on timeline "
                + sample.epoch().timeline();
    }

    /** Nothing came from the node, or from its pool. */
    void failed(Throwable failure) {
        Throwable telling = SqlFailures.telling(failure);
        String state = telling instanceof SQLException sql ? sql.getSQLState() : null;
        String text = URL.matcher(String.valueOf(telling.getMessage())).replaceAll("jdbc:...");
        complain(String.valueOf(state), state == null ? text : text + " (SQLState " + state + ")");
    }

    void silent() {
        complain("silent", "its pool has given no connection for a second");
    }

    void exhausted() {
        complain("exhausted", "its pool had no connection to spare; make it one larger than the application needs");
    }

    private void complain(String kind, String text) {
        if (complaints.add(kind)) {
            LOG.warn("{} cannot be asked for its position: {}", node, text);
        }
    }

    /** Something of ours failed. */
    void survived(Throwable failure) {
        if (!survived) {
            survived = true;
            LOG.warn("The poller of {} failed and goes on; further failures are not logged", node, failure);
        }
    }
}
