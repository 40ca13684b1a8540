package dev.plimsoll;

import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.NodeUrls;
import dev.plimsoll.config.Options;
import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Watch;
import dev.plimsoll.jdbc.Interception;
import dev.plimsoll.jdbc.logical.LogicalDataSource;
import dev.plimsoll.logbook.DataSourceLog;
import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.WorkTotals;
import dev.plimsoll.report.Reporter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.sql.CommonDataSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.jspecify.annotations.Nullable;

/**
 * The way in for code: wraps data sources so that what is executed through them is watched. Wrapping opens no connection. To watch
 * without changing code, put {@code jdbc:plimsoll:} in front of a JDBC URL instead; see {@link PlimsollDriver}.
 */
public final class Plimsoll {
    private Plimsoll() {}

    /** Watches a data source with the options of system properties and {@code plimsoll.properties}. */
    public static DataSource wrap(DataSource dataSource) {
        return builder(dataSource).wrap();
    }

    /** Whether a data source, or anything that it says it wraps, is watched already. */
    public static boolean isWatched(CommonDataSource dataSource) {
        return Interception.isWatched(dataSource);
    }

    /** Begins to watch a data source of any kind. */
    public static Builder builder(CommonDataSource dataSource) {
        return new Builder(dataSource);
    }

    /** Collects how one data source is to be watched. Not safe for use by several threads. */
    public static final class Builder {
        private final CommonDataSource dataSource;
        private final Map<String, String> options = new TreeMap<>();
        private final List<Reporter> reporters = new ArrayList<>();
        private final List<Detector> detectors = new ArrayList<>();
        private final List<Watch> watches = new ArrayList<>();
        private final Map<String, DataSource> replicas = new LinkedHashMap<>();
        private @Nullable Logbook logbook;
        private String nameInLogbook = "";
        private @Nullable WorkTotals totals;
        private Function<Map<String, String>, Options> check = Options::of;
        private LongSupplier clock = System::nanoTime;

        private Builder(CommonDataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** Sets an option by its key, with or without {@code plimsoll.} in front; it is checked when the data source is wrapped. */
        public Builder option(String key, String value) {
            options.put(key.startsWith(Options.PREFIX) ? key.substring(Options.PREFIX.length()) : key, value);
            return this;
        }

        /**
         * Does not look for options among the system properties: for frameworks whose own configuration has looked there, and has keys
         * of its own that begin with {@code plimsoll.}.
         */
        public Builder withoutSystemProperties() {
            check = Options::withoutSystemProperties;
            return this;
        }

        /** Sets the option {@code plimsoll.profile}. */
        public Builder profile(Profile profile) {
            return option("profile", profile.name().toLowerCase(Locale.ROOT));
        }

        /** Adds somebody to be told of findings. */
        public Builder reporter(Reporter reporter) {
            reporters.add(reporter);
            return this;
        }

        /** Adds a detector to the built-in ones and those found through {@link java.util.ServiceLoader}. */
        public Builder detector(Detector detector) {
            detectors.add(detector);
            return this;
        }

        /** Adds a watch to the built-in ones and those found through {@link java.util.ServiceLoader}. */
        public Builder watch(Watch watch) {
            watches.add(watch);
            return this;
        }

        /**
         * Adds a replica of the data source: reads go there when they cannot miss what their reader has written. What is wrapped has to
         * be a {@link DataSource} then, and each of them the pool of one node; make each a connection larger than the application
         * needs, for a poller keeps one.
         *
         * @param name of the node, as decisions and statistics tell it
         * @param pool connections to this replica only
         * @throws InvalidOptionException if a replica of this name was added before
         */
        public Builder replica(String name, DataSource pool) {
            if (name.equals(NodeUrls.PRIMARY) || replicas.putIfAbsent(name, pool) != null) {
                throw new InvalidOptionException(
                        "there is a node '" + name + "' already; give each replica a name of its own");
            }
            return this;
        }

        /**
         * Enters what is seen of the data source into a logbook, which may be that of several.
         *
         * @param name what the logbook calls the data source
         */
        public Builder logbook(Logbook logbook, String name) {
            this.logbook = logbook;
            this.nameInLogbook = name;
            return this;
        }

        /** Adds up what is executed, for meters; of this data source only. */
        public Builder totals(WorkTotals totals) {
            this.totals = totals;
            return this;
        }

        /** Replaces the clock: nanoseconds that only grow, as {@link System#nanoTime()}. */
        public Builder clock(LongSupplier nanoseconds) {
            this.clock = nanoseconds;
            return this;
        }

        /**
         * The data source, watched. It implements exactly the kinds of data source that the given one does.
         *
         * @throws InvalidOptionException if an option is unknown or has a value that is not legal
         * @throws ClassCastException if the given data source is no {@link DataSource}
         */
        public DataSource wrap() {
            return (DataSource) wrapped();
        }

        /** As {@link #wrap()}, for a data source of XA connections. */
        public XADataSource wrapXa() {
            return (XADataSource) wrapped();
        }

        /** As {@link #wrap()}, for a data source of pooled connections. */
        public ConnectionPoolDataSource wrapPool() {
            return (ConnectionPoolDataSource) wrapped();
        }

        private CommonDataSource wrapped() {
            Options checked = check.apply(options);
            if (!checked.replicas().isEmpty()) {
                throw new InvalidOptionException(
                        "plimsoll.replicas belongs into a URL; give the pool of each replica to builder(…).replica(name, pool)");
            }
            if (!checked.enabled()) {
                return dataSource;
            }
            Assembly assembly = Assembly.of(checked, reporters, detectors, watches, clock);
            SilencedKinds.check(checked.silenced(), options);
            if (totals != null) {
                totals.enter(assembly.recorder());
            }
            DataSourceLog log = logbook == null ? null : assembly.enterInto(logbook, nameInLogbook);
            return assembly.interception().wrap(replicas.isEmpty() ? dataSource : routed(checked, assembly, log));
        }

        private DataSource routed(Options checked, Assembly assembly, @Nullable DataSourceLog log) {
            if (!(dataSource instanceof DataSource primary)) {
                throw new InvalidOptionException("replicas need a primary that is a javax.sql.DataSource, which "
                        + dataSource.getClass().getName() + " is not");
            }
            Map<String, DataSource> nodes = new LinkedHashMap<>();
            nodes.put(NodeUrls.PRIMARY, primary);
            nodes.putAll(replicas);
            LogicalDataSource routed = ReplicaAssembly.of(nodes, false, checked, assembly.recorder(), clock);
            if (log != null) {
                log.nodes(routed::statistics);
            }
            return routed;
        }
    }
}
