package dev.plimsoll.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to get a connection, on a thread of its own: a pool may wait for half a minute, and a driver for ever. A connection that
 * comes when nobody waits any more goes back at once.
 */
final class Acquisition implements Runnable {
    private final DataSource pool;
    private final Runnable done;
    private @Nullable Connection connection;
    private @Nullable Throwable failure;
    private boolean ended;
    private boolean abandoned;

    private Acquisition(DataSource pool, Runnable done) {
        this.pool = pool;
        this.done = done;
    }

    /** @param done called when it has succeeded, or failed */
    static Acquisition begin(DataSource pool, String node, Runnable done) {
        Acquisition acquisition = new Acquisition(pool, done);
        Threads.daemon("plimsoll-connect-" + node, acquisition, pool.getClass().getClassLoader())
                .start();
        return acquisition;
    }

    @Override
    public void run() {
        try {
            end(pool.getConnection(), null);
        } catch (Throwable thrown) { // whoever waits gets it
            end(null, thrown);
        }
        done.run();
    }

    private void end(@Nullable Connection got, @Nullable Throwable thrown) {
        synchronized (this) {
            ended = true;
            failure = thrown;
            notifyAll();
            if (!abandoned) {
                connection = got;
                return;
            }
        }
        HeldConnection.closeQuietly(got);
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Waits for the end of it; false if it has not ended by then. */
    synchronized boolean await(long nanos) {
        long deadline = System.nanoTime() + nanos;
        long left = nanos;
        while (!ended && !abandoned && left > 0) {
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                // nobody means this thread
            }
            left = deadline - System.nanoTime();
        }
        return ended;
    }

    /** What came of it, once. */
    Connection take() throws SQLException {
        Throwable thrown;
        synchronized (this) {
            Connection taken = connection;
            connection = null;
            if (taken != null) {
                return taken;
            }
            thrown = failure;
        }
        if (thrown instanceof SQLException sql) {
            throw sql;
        }
        throw new SQLException("its pool failed, " + thrown, thrown);
    }

    void abandon() {
        Connection unwanted;
        synchronized (this) {
            abandoned = true;
            notifyAll();
            unwanted = connection;
            connection = null;
        }
        HeldConnection.closeQuietly(unwanted);
    }
}
