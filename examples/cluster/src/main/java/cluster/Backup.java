package cluster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A copy of a running server, to begin a standby with. */
record Backup(Server source) {

    /** All or nothing: without its label a copy would start, and be wrong. */
    void copyTo(DataDirectory target) {
        boolean complete = false;
        // One session: the backup ends with it.
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            target.copyFromRunning(source.data());
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                target.write("backup_label", stopped.getString(1));
            }
            complete = true;
        } catch (SQLException e) {
            throw new IllegalStateException("No backup of " + source + ": " + e.getMessage(), e);
        } finally {
            if (!complete) {
                target.delete();
            }
        }
    }
}
