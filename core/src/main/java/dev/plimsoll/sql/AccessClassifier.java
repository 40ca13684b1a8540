package dev.plimsoll.sql;

import java.util.List;
import java.util.Set;

/** Decides what a statement may do. Fails closed: what no rule proves harmless is {@link AccessClass#UNKNOWN} at best. */
final class AccessClassifier {
    private static final Set<String> SERVER_STATE = Set.of(
            "pg_locks",
            "pg_cursors",
            "pg_prepared_statements",
            "pg_prepared_xacts",
            "pg_replication_slots",
            "pg_settings",
            "pg_backend_memory_contexts",
            "pg_sequences",
            "pg_file_settings",
            "pg_hba_file_rules",
            "pg_ident_file_mappings",
            "pg_shmem_allocations",
            "pg_shmem_allocations_numa",
            "pg_aios",
            "pg_config",
            "pg_available_extensions",
            "pg_available_extension_versions",
            "pg_replication_origin_status",
            "pg_wait_events");
    private static final Set<String> SERVER_SETTINGS =
            Set.of("transaction_read_only", "default_transaction_read_only", "in_hot_standby");
    private static final List<String> SERVER_VIEWS =
            List.of("pg_stat_", "pg_statio_", "v$", "gv$", "performance_schema.", "sys.dm_");
    private static final Set<String> LOCKING_HINTS = Set.of("updlock", "xlock", "tablockx", "holdlock", "paglock");
    private static final Set<String> SERVER_WIDE = Set.of("global", "persist", "persist_only", "password");
    private static final Set<String> READ_ONLY_SETTINGS =
            Set.of("transaction_read_only", "default_transaction_read_only", "read_only", "super_read_only");

    private final Tokens tokens;
    private final Set<String> tables;
    private final Set<String> functions;
    private final Statement statement;

    private AccessClassifier(Statement statement, Set<String> tables, Set<String> functions) {
        this.tokens = statement.tokens();
        this.tables = tables;
        this.functions = functions;
        this.statement = statement;
    }

    static AccessClass classify(Statement statement, Set<String> tables, Set<String> functions) {
        AccessClassifier classifier = new AccessClassifier(statement, tables, functions);
        AccessClass access = classifier.verb();
        boolean unproven = statement.tokens().isPartial() || statement.tokens().isExecutable();
        return unproven && access != AccessClass.WRITE ? AccessClass.UNKNOWN : access;
    }

    private AccessClass verb() {
        return switch (statement.verb()) {
            case SELECT, VALUES, TABLE -> query(statement.from());
            case SHOW -> show();
            case EXPLAIN -> explain();
            case INSERT, UPDATE, DELETE, MERGE, DDL -> AccessClass.WRITE;
            case COPY -> copy();
            case LOCK -> AccessClass.LOCKING_READ;
            case SET -> set();
            case BEGIN, COMMIT, ROLLBACK, SAVEPOINT -> transaction();
            case CALL, FETCH, OTHER -> other();
        };
    }

    /** The class of the query from {@code from} to the end of the statement. */
    private AccessClass query(int from) {
        AccessClass worst = AccessClass.READ;
        for (int i = from; i < statement.to() && worst != AccessClass.WRITE; i++) {
            worst = worse(worst, token(i));
        }
        for (String function : functions) {
            worst = worse(worst, function(function));
        }
        for (String table : tables) {
            worst = worse(worst, table(table));
        }
        return worst;
    }

    private static AccessClass worse(AccessClass one, AccessClass other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(AccessClass access) {
        return switch (access) {
            case READ -> 0;
            case SESSION -> 1;
            case TX_CONTROL -> 2;
            case UNKNOWN -> 3;
            case LOCKING_READ -> 4;
            case WRITE -> 5;
        };
    }

    private AccessClass token(int i) {
        Keyword keyword = tokens.keyword(i);
        if (keyword == null) {
            return name(i);
        }
        return switch (keyword) {
            case INTO, DELETE, MERGE -> AccessClass.WRITE;
            case INSERT -> tokens.is(i + 1, TokenKind.OPEN) ? AccessClass.READ : AccessClass.WRITE;
            case UPDATE -> isLock(i) ? AccessClass.LOCKING_READ : AccessClass.WRITE;
            case SHARE -> isShareLock(i) ? AccessClass.LOCKING_READ : AccessClass.READ;
            case NEXT -> isNextValueFor(i) ? AccessClass.WRITE : AccessClass.READ;
            default -> AccessClass.READ;
        };
    }

    private AccessClass name(int i) {
        if (tokens.hasText(i, ":=")) {
            return AccessClass.UNKNOWN;
        }
        if (!tokens.is(i, TokenKind.WORD)) {
            return AccessClass.READ;
        }
        String word = tokens.text(i);
        if (word.equals("nextval") && tokens.is(i - 1, TokenKind.DOT)) {
            return AccessClass.WRITE;
        }
        boolean sessionBound = word.startsWith("@@") || (word.equals("currval") && tokens.is(i - 1, TokenKind.DOT));
        if (sessionBound) {
            return AccessClass.UNKNOWN;
        }
        return LOCKING_HINTS.contains(word) ? AccessClass.LOCKING_READ : AccessClass.READ;
    }

    /** FOR UPDATE and FOR NO KEY UPDATE. */
    private boolean isLock(int update) {
        boolean noKey = tokens.is(update - 1, Keyword.KEY) && tokens.is(update - 2, Keyword.NO);
        return tokens.is(noKey ? update - 3 : update - 1, Keyword.FOR);
    }

    /** FOR SHARE, FOR KEY SHARE, and MySQL's LOCK IN SHARE MODE. */
    private boolean isShareLock(int share) {
        return tokens.isAny(share - 1, Keyword.FOR, Keyword.KEY, Keyword.IN);
    }

    private boolean isNextValueFor(int next) {
        return tokens.is(next + 1, Keyword.VALUE) && tokens.is(next + 2, Keyword.FOR);
    }

    private static AccessClass function(String function) {
        if (Functions.movesSequence(function)) {
            return AccessClass.WRITE;
        }
        if (Functions.setsSession(function)) {
            return AccessClass.SESSION;
        }
        return Functions.isReadOnly(function) ? AccessClass.READ : AccessClass.UNKNOWN;
    }

    /** Temporary tables exist on one server only. */
    private static AccessClass table(String table) {
        String name = table.startsWith("pg_catalog.") ? table.substring("pg_catalog.".length()) : table;
        boolean ofSession = name.startsWith("#") || name.startsWith("pg_temp") || name.indexOf('@') >= 0;
        return isOfServer(name) || ofSession ? AccessClass.UNKNOWN : AccessClass.READ;
    }

    /** What a server tells of itself differs from server to server. */
    static boolean isOfServer(String view) {
        return SERVER_STATE.contains(view) || SERVER_VIEWS.stream().anyMatch(view::startsWith);
    }

    /** Whether the server tells in a setting what it is to others. */
    private AccessClass show() {
        String setting = tokens.text(statement.main() + 1);
        boolean ofServer = SERVER_SETTINGS.contains(setting) || tokens.is(statement.main() + 1, Keyword.ALL);
        return ofServer ? AccessClass.UNKNOWN : AccessClass.READ;
    }

    private AccessClass explain() {
        Explanation explanation = Explanation.of(statement);
        if (explanation.stores() || tokens.is(explanation.main(), Keyword.EXECUTE)) {
            return AccessClass.UNKNOWN;
        }
        return explanation.runs() ? explained(explanation.main()) : AccessClass.READ;
    }

    private AccessClass explained(int main) {
        Verb verb = Verbs.verb(tokens, Verbs.mainKeyword(tokens, main, statement.to()), statement.to());
        return switch (verb) {
            case SELECT, VALUES, TABLE -> query(main);
            case INSERT, UPDATE, DELETE, MERGE, DDL -> AccessClass.WRITE;
            default -> AccessClass.UNKNOWN;
        };
    }

    private AccessClass copy() {
        int depth = 0;
        for (int i = statement.main() + 1; i < statement.to(); i++) {
            if (tokens.is(i, TokenKind.OPEN)) {
                depth++;
            } else if (tokens.is(i, TokenKind.CLOSE)) {
                depth--;
            } else if (depth == 0 && tokens.is(i, Keyword.TO) && tokens.is(i + 1, Keyword.STDOUT)) {
                return query(statement.from());
            }
        }
        return AccessClass.WRITE;
    }

    private AccessClass set() {
        for (int i = statement.main() + 1; i < statement.to(); i++) {
            boolean setting = READ_ONLY_SETTINGS.contains(tokens.text(i));
            boolean scope = SERVER_WIDE.contains(tokens.text(i)) || tokens.is(i, Keyword.PASSWORD);
            boolean characteristics = tokens.is(i, Keyword.CHARACTERISTICS);
            boolean readWrite = tokens.is(i, Keyword.READ) && tokens.hasText(i + 1, "write");
            if (setting || scope || characteristics || readWrite) {
                return AccessClass.WRITE;
            }
        }
        if (tokens.is(statement.main() + 1, Keyword.TRANSACTION)) {
            return AccessClass.TX_CONTROL;
        }
        return functions.isEmpty() && tables.isEmpty() ? AccessClass.SESSION : AccessClass.UNKNOWN;
    }

    /** The second phase of a two-phase commit finishes what another session has written. */
    private AccessClass transaction() {
        return tokens.is(statement.main() + 1, Keyword.PREPARED) ? AccessClass.WRITE : AccessClass.TX_CONTROL;
    }

    private AccessClass other() {
        return query(statement.from()) == AccessClass.WRITE ? AccessClass.WRITE : AccessClass.UNKNOWN;
    }
}
