package checker;

import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One session's script, and all that JDBC says while it runs: with the library it is to say the same. Of one thread. */
@SuppressWarnings("try") // A unit of work is not asked for anything.
final class Differential {
    private final List<String> said = new ArrayList<>();
    private final Connection connection;

    private Differential(Connection connection) {
        this.connection = connection;
    }

    /** What is said, line by line. */
    static List<String> run(DataSource source) throws SQLException {
        try (UnitOfWork unit = UnitOfWork.begin("script", "script of " + source.hashCode());
                Connection connection = source.getConnection()) {
            Differential script = new Differential(connection);
            script.run();
            return script.said;
        }
    }

    static void judge(List<String> expected, List<String> said, Violations violations) {
        for (int line = 0; line < Math.max(expected.size(), said.size()); line++) {
            String one = line < expected.size() ? expected.get(line) : "nothing";
            String other = line < said.size() ? said.get(line) : "nothing";
            if (!one.equals(other)) {
                violations.add(Invariant.I11, "line " + line + " of the script gives " + other + " instead of " + one);
            }
        }
    }

    private void run() throws SQLException {
        execute(
                "create table item (id int generated always as identity (start with 10) primary key, name text unique)");
        autocommit();
        transactions();
        readOnly();
        errors();
        metadata();
        execute("drop table item");
    }

    private void autocommit() throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into item (name) values (?)", Statement.RETURN_GENERATED_KEYS)) {
            for (String name : List.of("anchor", "bell", "chain")) {
                insert.setString(1, name);
                say("inserted " + insert.executeUpdate());
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    rows(keys);
                }
            }
            insert.setString(1, "deck");
            insert.addBatch();
            insert.setString(1, "flag");
            insert.addBatch();
            say("batch of " + insert.executeBatch().length);
        }
        query("select id, name from item order by id");
        query("select name from item where id = -1");
        query("with one as (update item set name = name where id = 10 returning id) select * from one");
        execute("update item set name = 'x' where id = -1");
        query("select count(*), max(name) from item");
        execute("select 1; select 2");
    }

    private void transactions() throws SQLException {
        connection.setAutoCommit(false);
        execute("insert into item (name) values ('gull')");
        query("select name from item where name = 'gull'");
        Savepoint savepoint = connection.setSavepoint("here");
        execute("insert into item (name) values ('gull')");
        connection.rollback(savepoint);
        execute("insert into item (name) values ('hull')");
        connection.commit();
        execute("insert into item (name) values ('hull')");
        execute("select 1");
        attempt("commit of a failed transaction", connection::commit);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        query("show transaction_isolation");
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
        query("select name from item where name in ('gull', 'hull') order by name");
    }

    private void readOnly() throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        query("select count(*) from item");
        attempt("read only inside a transaction", () -> connection.setReadOnly(false));
        execute("insert into item (name) values ('keel')");
        connection.rollback();
        say("read only " + connection.isReadOnly());
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        execute("insert into item (name) values ('keel')");
        query("select name from item where name = 'keel'");
    }

    private void errors() {
        execute("selec 1");
        execute("select nothing from item");
        execute("select * from nowhere");
        execute("insert into item (name) values ('bell')");
        query("select 1 / 0");
        query("select 1 for update");
        attempt("second result", () -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("update item set name = name");
            }
        });
    }

    private void metadata() throws SQLException {
        say(connection.getMetaData().getDatabaseProductName());
        say(connection.getMetaData().getUserName());
        say("holdability " + connection.getHoldability() + " schema " + connection.getSchema() + " valid "
                + connection.isValid(1));
        try (ResultSet columns = connection.getMetaData().getColumns(null, "public", "item", null)) {
            while (columns.next()) {
                say(columns.getString("COLUMN_NAME") + " " + columns.getString("TYPE_NAME"));
            }
        }
    }

    private void execute(String sql) {
        attempt(sql, () -> {
            try (Statement statement = connection.createStatement()) {
                say(sql + ": " + statement.execute(sql) + " " + statement.getUpdateCount());
            }
        });
    }

    private void query(String sql) {
        attempt(sql, () -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows(rows);
            }
        });
    }

    private void rows(ResultSet rows) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        while (rows.next()) {
            StringBuilder row = new StringBuilder();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                row.append(about.getColumnLabel(column))
                        .append(' ')
                        .append(about.getColumnTypeName(column))
                        .append(' ')
                        .append(rows.getObject(column))
                        .append(' ');
            }
            say(row.toString());
        }
    }

    private void attempt(String what, Transactions.Block block) {
        try {
            block.run();
        } catch (SQLException e) {
            say(what + ": " + e.getClass().getName() + " " + e.getSQLState());
        }
    }

    private void say(String what) {
        said.add(what);
    }
}
