package dev.plimsoll;

import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Watch;
import dev.plimsoll.report.Reporter;
import java.util.function.LongSupplier;
import javax.sql.CommonDataSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;

/** The way in: wraps data sources so that what is executed through them is watched. */
public final class Plimsoll {
    private Plimsoll() {}

    /** Watches a data source with default options. */
    public static DataSource wrap(DataSource dataSource) {
        return builder(dataSource).wrap();
    }

    public static Builder builder(CommonDataSource dataSource) {
        return new Builder();
    }

    /** Collects how a data source is to be watched. */
    public static final class Builder {

        /** Sets an option by its key, with or without the prefix {@code plimsoll.}. */
        public Builder option(String key, String value) {
            return this;
        }

        public Builder profile(Profile profile) {
            return this;
        }

        public Builder reporter(Reporter reporter) {
            return this;
        }

        public Builder detector(Detector detector) {
            return this;
        }

        public Builder watch(Watch watch) {
            return this;
        }

        /** Nanoseconds that only grow; {@link System#nanoTime()} by default. */
        public Builder clock(LongSupplier clock) {
            return this;
        }

        public DataSource wrap() {
            throw new UnsupportedOperationException();
        }

        public XADataSource wrapXa() {
            throw new UnsupportedOperationException();
        }

        public ConnectionPoolDataSource wrapPool() {
            throw new UnsupportedOperationException();
        }
    }
}
