package checker;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the primary holds in the end is what was acknowledged. */
record FinalState(Scene scene) {

    void judge() throws SQLException {
        try (Connection connection = scene.cluster().primary().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select k, ver from reg")) {
            while (rows.next()) {
                judge(scene.registers().of(rows.getInt(1)), rows.getLong(2));
            }
        }
        long lost = scene.tally().lost();
        if (lost > 0 && scene.subject().routes() && scene.subject().suspectedLosses() == 0) {
            scene.violations()
                    .add(Invariant.I4, lost, "a promotion lost the last writes of " + lost + " sessions, silently");
        }
    }

    private void judge(Register register, long version) {
        if (version < register.acknowledged()) {
            scene.violations()
                    .add(
                            Invariant.I4,
                            "key " + register.key() + " ended at version " + version + ", but "
                                    + register.acknowledged() + " was acknowledged");
        }
        if (register.isRolledBack(version)) {
            scene.violations()
                    .add(
                            Invariant.I6,
                            "key " + register.key() + " ended at version " + version + ", reported as rolled back");
        }
    }
}
