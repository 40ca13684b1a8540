package dev.plimsoll.postgres;

import dev.plimsoll.route.NodeSample;
import dev.plimsoll.route.PrimarySample;
import java.sql.SQLException;
import java.util.Objects;
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
    private @Nullable String complaint;
    private boolean survived;

    NodeLog(String node) {
        this.node = node;
    }

    void sampled(NodeSample sample) {
        if (complaint != null) {
            complaint = null;
            LOG.info("{} can be asked again", node);
        }
        String now = sample instanceof PrimarySample ? "takes writes" : "is a standby";
        if (sample.epoch().timeline() != 0) {
            now += ", on timeline " + sample.epoch().timeline();
        }
        if (!now.equals(part)) {
            part = now;
            LOG.info("{} {}", node, now);
        }
    }

    /** Nothing came from the node, or from its pool. */
    void failed(Throwable failure) {
        Throwable telling = SqlFailures.telling(failure);
        String state = telling instanceof SQLException sql ? sql.getSQLState() : null;
        String text = URL.matcher(String.valueOf(telling.getMessage())).replaceAll("jdbc:...");
        complain(Objects.requireNonNullElse(state, "no SQLState"), text);
    }

    void silent() {
        complain("", "its pool has given no connection within a second");
    }

    private void complain(String state, String text) {
        if (!state.equals(complaint)) {
            complaint = state;
            LOG.warn(
                    "{} cannot be asked for its position: {}{}", node, text, state.isEmpty() ? "" : " (" + state + ")");
        }
    }

    void exhausted() {
        complain("exhausted", "its pool has no connection to spare; make it one larger than the application needs");
    }

    /** Something of ours failed. */
    void survived(Throwable failure) {
        if (!survived) {
            survived = true;
            LOG.warn("The poller of {} failed and goes on; further failures are not logged", node, failure);
        }
    }
}
