package dev.plimsoll.agent.inside;

import dev.plimsoll.agent.bridge.Hooks;
import dev.plimsoll.agent.inside.connections.Connections;
import dev.plimsoll.agent.inside.units.Entries;
import dev.plimsoll.agent.inside.units.HandOver;
import dev.plimsoll.agent.inside.units.Pools;
import dev.plimsoll.work.Guard;
import java.sql.Connection;
import java.sql.Driver;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes what woven classes tell to whom it concerns, in JDBC's types. Whatever fails is logged once and leaves the application as it was. */
final class Callbacks implements Hooks {
    private final Connections connections;
    private final Entries entries = new Entries();
    private final HandOver handOver = new HandOver();
    private final Pools pools = new Pools();
    private final Guard guard;

    Callbacks(Connections connections, Guard guard) {
        this.connections = connections;
        this.guard = guard;
    }

    @Override
    public Object connection(Object connection, Object dataSource) {
        try {
            return dataSource instanceof DataSource known
                    ? connections.handedOut((Connection) connection, known)
                    : connection;
        } catch (Throwable failure) { // ours, so not the application's
            guard.failed("watching a connection of a data source", failure);
            return connection;
        }
    }

    @Override
    public Object connected(Object connection, Object driver, @Nullable Object url, @Nullable Object properties) {
        try {
            return connections.opened((Connection) connection, (Driver) driver, (String) url, (Properties) properties);
        } catch (Throwable failure) { // ours, so not the application's
            guard.failed("watching a connection of a driver", failure);
            return connection;
        }
    }

    @Override
    public @Nullable Object routed(Object dataSource) {
        try {
            return dataSource instanceof DataSource known ? connections.routed(known) : null;
        } catch (Throwable failure) { // ours, so not the application's
            guard.failed("routing a connection of a data source", failure);
            return null;
        }
    }

    @Override
    public void closed(Object dataSource) {
        try {
            if (dataSource instanceof DataSource known) {
                connections.closed(known);
            }
        } catch (Throwable failure) { // ours, so not the application's
            guard.failed("closing what belongs to a data source", failure);
        }
    }

    @Override
    public void begin(String point, @Nullable Object receiver, @Nullable Object argument) {
        entries.begin(point, receiver, argument);
    }

    @Override
    public void end(String point) {
        entries.end();
    }

    @Override
    public Object task(Object task, String type) {
        return handOver.task(task, type);
    }

    @Override
    public void submitted(Object task) {
        pools.submitted(task);
    }

    @Override
    public void taken(Object task) {
        pools.taken(task);
    }

    @Override
    public void idle() {
        pools.idle();
    }
}
