package dev.plimsoll.agent.programs;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

/** Reads from and writes to the database whose URL it is given, as it is told to, and says at which port the server was. */
public final class ReadsAndWrites {
    private static final String PORT = "select current_setting('port')";
    private static final int ROUNDS = 200;

    private static WeakReference<ClassLoader> loader = new WeakReference<>(null);

    private final String url;
    private final DataSource pool;
    private Connection held;

    private ReadsAndWrites(String url, DataSource pool) {
        this.url = url;
        this.pool = pool;
    }

    public static void main(String... arguments) throws IOException, SQLException {
        DataSource pool = pool(arguments[0], arguments[1]);
        pool.getConnection().close();
        System.out.println("= warm");
        ReadsAndWrites program = new ReadsAndWrites(arguments[0], pool);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            System.out.println("= " + program.answer(line));
        }
    }

    private static DataSource pool(String url, String kind) {
        switch (kind) {
            case "hikari" -> {
                HikariDataSource pool = new HikariDataSource();
                pool.setJdbcUrl(url);
                pool.setMaximumPoolSize(2);
                return pool;
            }
            case "tomcat" -> {
                org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
                pool.setDriverClassName("org.postgresql.Driver");
                pool.setUrl(url);
                pool.setMaxActive(2);
                return pool;
            }
            default -> {
                BasicDataSource pool = new BasicDataSource();
                pool.setUrl(url);
                pool.setMaxTotal(2);
                return pool;
            }
        }
    }

    private String answer(String question) {
        try {
            return switch (question) {
                case "read" -> onOne(connection -> first(connection, PORT));
                case "read only" -> onOne(ReadsAndWrites::readOnly);
                case "write" -> onOne(connection -> first(connection, written(0)));
                case "many" -> onOne(ReadsAndWrites::missed);
                case "unpooled" -> unpooled();
                case "hold" -> hold();
                case "use held" -> use();
                case "renew" -> renew();
                case "close" -> close();
                case "active" -> String.valueOf(active());
                case "collect" -> collected();
                default -> "what?";
            };
        } catch (SQLException e) {
            return e.toString();
        }
    }

    private String onOne(Task task) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            loader = new WeakReference<>(connection.getClass().getSuperclass().getClassLoader());
            return task.on(connection);
        }
    }

    private static String readOnly(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        String answer = first(connection, PORT);
        connection.commit();
        return answer;
    }

    private static String written(int number) {
        return "update counter set n = " + number + " returning current_setting('port')";
    }

    /** How many reads did not see the write before, and whether any ran where it had not been written. */
    private static String missed(Connection connection) throws SQLException {
        int missed = 0;
        for (int i = 1; i <= ROUNDS; i++) {
            first(connection, written(i));
            missed += first(connection, "select n from counter").equals(String.valueOf(i)) ? 0 : 1;
        }
        return missed + " missed";
    }

    private String unpooled() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return first(connection, PORT);
        }
    }

    private String hold() throws SQLException {
        held = pool.getConnection();
        held.setAutoCommit(false);
        held.setReadOnly(true);
        return first(held, PORT);
    }

    /** First what was begun, then something new. */
    private String use() throws SQLException {
        String before = first(held, PORT);
        held.commit();
        held.setReadOnly(false);
        String written = first(held, written(-1));
        held.commit();
        held.close();
        held = null;
        return before + " " + written;
    }

    private String renew() {
        ((HikariDataSource) pool).getHikariPoolMXBean().softEvictConnections();
        return "renewed";
    }

    private int active() {
        if (pool instanceof HikariDataSource hikari) {
            return hikari.getHikariPoolMXBean().getActiveConnections();
        }
        return pool instanceof BasicDataSource commons
                ? commons.getNumActive()
                : ((org.apache.tomcat.jdbc.pool.DataSource) pool).getActive();
    }

    private String close() throws SQLException {
        if (pool instanceof HikariDataSource hikari) {
            hikari.close();
        } else if (pool instanceof BasicDataSource commons) {
            commons.close();
        } else {
            ((org.apache.tomcat.jdbc.pool.DataSource) pool).close();
        }
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("plimsoll-") && !name.equals("plimsoll-sweeper"))
                .sorted()
                .toList()
                .toString();
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Whether the loader of the last connection's wrapper goes when nobody uses it. */
    private static String collected() {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (loader.get() != null && Instant.now().isBefore(end)) {
            System.gc();
            Thread.onSpinWait();
        }
        return loader.get() == null ? "collected" : "held";
    }

    private interface Task {
        String on(Connection connection) throws SQLException;
    }
}
