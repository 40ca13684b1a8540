package checker;

import cluster.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What befalls the cluster as a whole; it goes on being used. */
final class Promotions {
    /** Until readers have found out that what they saw may be gone. */
    private static final int AFTERMATH_MILLIS = 2_500;

    private Promotions() {}

    /** The primary is shut down, having sent all it had; a standby takes over, and the old primary joins as a standby. */
    static void clean(Field field, Strike strike) {
        Server old = field.primary();
        Server next = field.victim(strike);
        List<Server> others = others(field, next);
        field.disturbing(() -> {
            old.stop();
            field.scene().roles().promoting(next.port(), System.nanoTime());
            next.promote();
            field.scene().roles().promoted(next.port(), System.nanoTime());
            others.forEach(other -> other.follow(next));
        });
        field.log(next + " is the primary");
        Pause.of(strike.length());
        old.rewindTo(next);
    }

    /**
     * A standby that was away when the last commits came takes over from a primary that died. The other standby has them, and is behind
     * nobody's back a while longer; then the old primary comes back for a moment and believes that it still is one.
     */
    static void lossy(Field field, Strike strike) throws SQLException {
        Server old = field.primary();
        Server next = field.victim(strike);
        List<Server> others = others(field, next);
        Roles roles = field.scene().roles();
        next.stop();
        // So much that the other standby's position stays ahead of the new primary's for a while.
        old.execute("select pg_logical_emit_message(false, 'x', repeat('x', 16000000))");
        Pause.millis(600);
        long from = System.nanoTime();
        roles.lose(from);
        roles.disturb(from);
        old.kill();
        next.start();
        long promotion = System.nanoTime();
        roles.promoting(next.port(), System.nanoTime());
        next.promote();
        int lost = lost(field, next, promotion);
        roles.promoted(next.port(), System.nanoTime());
        field.log(next + " is the primary, without the last writes of " + lost + " sessions");
        Pause.millis(AFTERMATH_MILLIS);
        roles.lost(System.nanoTime());
        roles.calm(System.nanoTime());
        Pause.of(strike.length().multipliedBy(2));
        old.start();
        field.log(old + " is back and takes writes");
        Pause.of(strike.length());
        others.forEach(other -> other.rewindTo(next));
        old.rewindTo(next);
    }

    private static List<Server> others(Field field, Server next) {
        return field.standbys().stream().filter(server -> !server.equals(next)).toList();
    }

    /** Forgets what did not survive. */
    private static int lost(Field field, Server next, long promotion) throws SQLException {
        int lost = 0;
        try (Connection connection = next.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select k, ver from reg")) {
            while (rows.next()) {
                Register register = field.scene().registers().of(rows.getInt(1));
                lost += register.lostBeyond(rows.getLong(2), promotion) ? 1 : 0;
            }
        }
        Schema.countColumns(next);
        field.scene().tally().lost(lost);
        return lost;
    }
}
