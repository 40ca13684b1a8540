package dev.plimsoll.sql;

import cluster.Cluster;
import dev.plimsoll.postgres.CatalogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** A primary with the schema of the standby fixtures, and a standby that has caught up with it. */
final class StandbyStage implements AutoCloseable {
    /**
     * What a session, and the databases beyond it, could show of a text that did not only read. A module that is
     * loaded brings settings along, whose names have two parts.
     */
    private static final String TRACES = """
            select pg_catalog.concat_ws(E'\\n',
                (select string_agg(concat(classid, '/', objid, '/', mode), ',' order by classid, objid, mode)
                    from pg_catalog.pg_locks where pid = pg_backend_pid() and locktype = 'advisory'),
                (select md5(string_agg(name || '=' || setting, ',' order by name)) from pg_catalog.pg_settings
                    where name not like '%.%'),
                current_user, session_user, pg_my_temp_schema(),
                current_setting('app.tenant', true), current_setting('app.sly', true), current_setting('app.sets', true),
                current_setting('app.view', true),
                (select string_agg(c, ',') from pg_listening_channels() c),
                (select string_agg(name, ',' order by name) from pg_catalog.pg_prepared_statements where from_sql),
                (select count(*) from pg_catalog.pg_cursors where is_holdable),
                (select count(*) from pg_catalog.pg_class where relnamespace = pg_my_temp_schema()))
            """;

    private final Cluster cluster = Cluster.start(1);

    StandbyStage() throws SQLException, IOException {
        // Sent as it is: the driver would cut bodies in two.
        String url = cluster.primary().directUrl() + "&preferQueryMode=simple";
        try (InputStream script = StandbyStage.class.getResourceAsStream("standby-schema.sql");
                Connection owner = DriverManager.getConnection(url);
                Statement statement = owner.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            cluster.close();
            throw e;
        }
        cluster.awaitCaughtUp();
    }

    Connection primary() throws SQLException {
        return asApplication(cluster.primary().directUrl());
    }

    Connection standby() throws SQLException {
        return asApplication(cluster.standbys().get(0).directUrl());
    }

    private static Connection asApplication(String url) throws SQLException {
        return DriverManager.getConnection(url.replace("user=postgres", "user=clerk"));
    }

    Catalog catalog() throws SQLException {
        try (Connection connection = primary()) {
            return CatalogReader.read(connection);
        }
    }

    /** What functions and rules write to, and where the sequences stand. */
    String written() throws SQLException {
        return cluster.primary()
                .query(
                        "select concat((select count(*) from audit), ' ', (select last_value from counter), ' ',"
                                + " (select count(*) from pg_class), ' ', (select md5(string_agg(c::text, ',')) from customer c))");
    }

    /** Sessions of the application, on both servers. */
    long sessions() throws SQLException {
        String sessions = "select count(*) from pg_stat_activity where usename = 'clerk'";
        return Long.parseLong(cluster.primary().query(sessions))
                + Long.parseLong(cluster.standbys().get(0).query(sessions));
    }

    /** The answer of {@code sql}, as text. */
    static String answer(Connection connection, SqlFacts facts, String sql) throws SQLException {
        try {
            return facts.verb() == Verb.COPY ? copy(connection, sql) : rows(connection, sql);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static String copy(Connection connection, String sql) throws SQLException, IOException {
        StringWriter out = new StringWriter();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        return out.toString();
    }

    private static String rows(Connection connection, String sql) throws SQLException {
        StringBuilder answer = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            ResultSet rows = statement.getResultSet();
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    answer.append(rows.getString(column)).append('|');
                }
                answer.append('\n');
            }
        }
        return answer.toString();
    }

    static String traces(Connection connection) throws SQLException {
        return rows(connection, TRACES);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
