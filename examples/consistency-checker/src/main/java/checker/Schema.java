package checker;

import cluster.Server;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The tables that the actions need. */
final class Schema {
    /** The server tells which one it is; by a setting, for functions that do so would be no reads that any server can answer. */
    static final String PORT = "current_setting('port')::int";

    /** Each physical connection is {@linkplain #NUMBERED given} the number of its backend once, for the same reason. */
    static final String BACKEND = "current_setting('checker.backend')::int";

    static final String PLACE = PORT + ", " + BACKEND;

    /** To be run on each physical connection. */
    static final String NUMBERED = "select set_config('checker.backend', pg_backend_pid()::text, false)";

    /** Rows that never change, numbered from 1. */
    static final int SERIES = 800;

    private static final AtomicInteger COLUMNS = new AtomicInteger();

    private Schema() {}

    static void create(Server primary, int keys) throws SQLException {
        COLUMNS.set(0);
        primary.execute(
                "create table reg (k int primary key, ver bigint not null) with (fillfactor = 50)",
                "insert into reg select n, 0 from generate_series(0, " + (keys - 1) + ") n",
                "create table copied (k int, ver bigint)",
                """
                create function on_copied() returns trigger language plpgsql as $$
                begin
                    update reg set ver = greatest(ver, new.ver) where k = new.k;
                    return null;
                end $$""",
                "create trigger copied before insert on copied for each row execute function on_copied()",
                """
                create function fn_write(key int, version bigint) returns bigint language plpgsql as $$
                begin
                    update reg set ver = greatest(ver, version) where k = key;
                    return version;
                end $$""",
                "create table series (n int primary key)",
                "insert into series select n from generate_series(1, " + SERIES + ") n",
                "create table churn (n int, x int)",
                "insert into churn select n, 0 from generate_series(1, 100) n",
                "create table wide (c0 int default 0)",
                "insert into wide values (0)",
                "create unlogged table scratch (n int)",
                "create table uniq (n int unique deferrable initially deferred)",
                "create sequence numbers");
    }

    /** Adds a column, which readers ask for from then on. */
    static void addColumn(Server primary) throws SQLException {
        int number = COLUMNS.get() + 1;
        primary.execute("alter table wide add column c" + number + " int default " + number);
        COLUMNS.set(number);
    }

    /** A promotion may have lost the newest ones. */
    static void countColumns(Server primary) throws SQLException {
        String last = primary.query("select max(attnum) - 1 from pg_attribute where attrelid = 'wide'::regclass");
        COLUMNS.set(last == null ? 0 : Integer.parseInt(last));
    }

    static String newestColumn() {
        return "c" + COLUMNS.get();
    }
}
