package checker;

import java.sql.SQLException;
import java.util.Set;

/** What the five characters of an SQLState say about a commit and about a reader. */
final class SqlStates {
    static final String READ_ONLY = "25006";
    static final String NO_ROWS = "02000";
    static final String UNIQUE = "23505";

    /** The transaction was rolled back, says the server: integrity, conflicts, its own refusal, a failed transaction. */
    private static final Set<String> ROLLED_BACK = Set.of("22", "23", "25", "40", "42", "53", "55", "0A");

    /** The one of class 40 that does not say so. */
    private static final String COMPLETION_UNKNOWN = "40003";

    private SqlStates() {}

    static boolean isRolledBack(SQLException failure) {
        String state = of(failure);
        return !state.equals(COMPLETION_UNKNOWN) && ROLLED_BACK.contains(state.substring(0, 2));
    }

    static String of(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() != 5 ? "?????" : state;
    }
}
