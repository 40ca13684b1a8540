package dev.plimsoll.postgres;

import dev.plimsoll.route.NodeSample;
import java.sql.SQLException;

/** One node, seen through one connection. For one thread; whoever made the connection closes it. */
interface Sampler extends AutoCloseable {
    NodeSample sample() throws SQLException;

    /** Makes a primary flush its log. */
    void nudge() throws SQLException;

    @Override
    void close();
}
