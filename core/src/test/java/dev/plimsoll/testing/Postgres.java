package dev.plimsoll.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One embedded PostgreSQL for all tests of a JVM, started by the first that asks and stopped with the JVM. Two-phase commit is
 * possible. Each caller that wants to be alone asks for a database of its own.
 */
public final class Postgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** The database that all share. */
    public static PGSimpleDataSource dataSource() {
        return dataSource(url());
    }

    /** URL of the database that all share, user included. */
    public static String url() {
        return Server.INSTANCE.getJdbcUrl("postgres", "postgres");
    }

    /** An empty database that nobody else uses. */
    public static PGSimpleDataSource freshDataSource() {
        return dataSource(freshUrl());
    }

    /** URL of an empty database that nobody else uses, user included. */
    public static String freshUrl() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + name, e);
        }
        return Server.INSTANCE.getJdbcUrl("postgres", name);
    }

    private static PGSimpleDataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_prepared_transactions", "16")
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
