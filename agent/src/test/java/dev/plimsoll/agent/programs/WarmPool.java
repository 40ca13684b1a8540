package dev.plimsoll.agent.programs;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Has a pool from its beginning on, and does with it what it reads. */
public final class WarmPool {
    private static WeakReference<ClassLoader> loader = new WeakReference<>(null);

    private WarmPool() {}

    public static void main(String... arguments) throws IOException, SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:warm");
            pool.getConnection().close();
            System.out.println("warm");
            BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                System.out.println(line.equals("collect") ? collected() : kindOf(pool));
            }
        }
    }

    private static String kindOf(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("select 1");
            loader = new WeakReference<>(connection.getClass().getSuperclass().getClassLoader());
            return connection.getClass().getName();
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
}
