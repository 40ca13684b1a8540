package checker;

import java.io.PrintWriter;
import java.sql.SQLException;

/** A run with a mistake in the library, which it is to find. */
record Hunt(Mutation mutation, Settings settings, Subject.Maker maker, PrintWriter out) {

    Verdict judge() throws SQLException {
        Patch.apply(mutation.patches());
        try {
            return new Run(mutation.circumstances(settings), maker, out).judge();
        } finally {
            Patch.undo(mutation.patches());
        }
    }
}
