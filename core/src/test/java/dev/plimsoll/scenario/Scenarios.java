package dev.plimsoll.scenario;

import static org.awaitility.Awaitility.await;

import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * What histories are told with. Statements are executed by the histories themselves, since the place of the call matters: nothing
 * here executes one, except for {@link #given}.
 */
abstract class Scenarios {
    static final long BLOG = 101;

    Stage stage;
    /** The driver's own. */
    DataSource database;

    DataSource dataSource;
    /** In autocommit until told otherwise. */
    Connection connection;

    /** A part of a history. */
    interface Step {
        void run() throws Exception;
    }

    final void enter(Stage entered, DataSource own) throws SQLException {
        stage = entered;
        database = own;
        dataSource = stage.watched(database);
        connection = dataSource.getConnection();
    }

    /** Executes set-up unseen. */
    final void given(String... sql) throws Exception {
        silently(() -> {
            try (Statement statement = connection.createStatement()) {
                for (String text : sql) {
                    statement.execute(text);
                }
            }
        });
    }

    final PreparedStatement bind(String sql, Object... values) throws SQLException {
        return bind(connection, sql, values);
    }

    static PreparedStatement bind(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.closeOnCompletion();
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** A statement for texts without parameters. */
    final Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.closeOnCompletion();
        return statement;
    }

    /** Reads a result to its end; its first column. */
    static List<Long> ids(ResultSet results) throws SQLException {
        return longs(results, 1).stream().map(row -> row[0]).toList();
    }

    /** Reads some columns of a result to its end. */
    static List<long[]> longs(ResultSet results, int... columns) throws SQLException {
        List<long[]> rows = new ArrayList<>();
        try (results) {
            while (results.next()) {
                long[] row = new long[columns.length];
                for (int i = 0; i < columns.length; i++) {
                    row[i] = results.getLong(columns[i]);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Walks a result to its end without reading a value; the number of rows. */
    static int walk(ResultSet results) throws SQLException {
        try (results) {
            int rows = 0;
            while (results.next()) {
                rows++;
            }
            return rows;
        }
    }

    final void transaction(Step step) throws Exception {
        connection.setAutoCommit(false);
        step.run();
        connection.commit();
        connection.setAutoCommit(true);
    }

    static void unit(String name, Step step) throws Exception {
        UnitOfWork.run(name, () -> {
            step.run();
            return null;
        });
    }

    static void silently(Step step) throws Exception {
        List<Exception> failures = new ArrayList<>();
        UnitOfWork.silently(() -> {
            try {
                step.run();
            } catch (Exception e) {
                failures.add(e);
            }
        });
        for (Exception failure : failures) {
            throw failure;
        }
    }

    /** Runs tasks on some threads and waits for all. */
    static void onThreads(int threads, List<Callable<Integer>> tasks) throws Exception {
        onThreads(Executors.newFixedThreadPool(threads), tasks);
    }

    static void onThreads(ExecutorService threads, List<Callable<Integer>> tasks) throws Exception {
        try {
            for (Future<Integer> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Waits until something has been found while the history goes on. */
    final void awaitFinding(String kind) {
        await("finding " + kind).until(() -> stage.findings.has(kind));
    }
}
