package dev.plimsoll.spring;

import javax.sql.DataSource;

/**
 * A data source bean that is watched.
 *
 * @param pool the bean as it was
 * @param watched hands out its connections; closing it ends the watching and leaves the pool alone
 */
record WatchedBean(String name, Pool pool, DataSource watched, Replicas replicas) implements AutoCloseable {

    @Override
    public void close() {
        Closing.close(watched);
        replicas.close();
    }

    /** For the log. */
    @Override
    public String toString() {
        String with =
                replicas.pools().isEmpty() ? "" : " with " + replicas.pools().keySet();
        return name + " (" + pool.name() + ")" + with;
    }
}
