package dev.plimsoll.spring;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends data sources whose end is nobody's business but ours. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll");

    private Closing() {}

    static void close(DataSource dataSource) {
        try {
            if (dataSource instanceof AutoCloseable closeable) {
                closeable.close();
            } else if (Pool.Present.TOMCAT && dataSource instanceof org.apache.tomcat.jdbc.pool.DataSource tomcat) {
                tomcat.close();
            }
        } catch (Exception failure) { // the application ends, and the other pools are to end too
            LOG.warn("{} could not be closed", dataSource.getClass().getName(), failure);
        }
    }
}
