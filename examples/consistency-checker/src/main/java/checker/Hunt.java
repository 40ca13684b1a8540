package checker;

import java.io.PrintWriter;
import java.sql.SQLException;

/** A run with a mistake in the library, which it is to find. */
record Hunt(Mutation mutation, Settings settings, Subject.Maker maker, PrintWriter out) {

    Verdict judge() throws SQLException {
        mutation.patches().forEach(Patch::apply);
        try {
            return new Run(mutation.circumstances(settings), maker, out).judge();
        } finally {
            mutation.patches().forEach(Patch::undo);
        }
    }
}
