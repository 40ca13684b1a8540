package dev.plimsoll.sql;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a statement leaves behind on its connection. */
final class SessionEffects {
    private static final Set<String> SESSION_LOCKS = Set.of(
            "pg_advisory_lock",
            "pg_advisory_lock_shared",
            "pg_try_advisory_lock",
            "pg_try_advisory_lock_shared",
            "get_lock");
    private static final Set<String> OTHER_STATE =
            Set.of("setseed", "dblink_connect", "dblink_connect_u", "pg_replication_origin_session_setup");

    private final Statement statement;
    private final Tokens tokens;

    private SessionEffects(Statement statement) {
        this.statement = statement;
        this.tokens = statement.tokens();
    }

    /** The effect of {@code statement}, which calls {@code functions} and makes {@code setting}, if not null. */
    static SessionEffect of(
            Statement statement, Set<String> functions, AccessClass access, @Nullable SettingSites setting) {
        SessionEffect called = calls(functions);
        return called.pins() ? called : new SessionEffects(statement).effect(access, setting);
    }

    private static SessionEffect calls(Set<String> functions) {
        SessionEffect worst = SessionEffect.NONE;
        for (String function : functions) {
            String name = function.substring(function.lastIndexOf('.') + 1);
            if (SESSION_LOCKS.contains(name)) {
                return SessionEffect.SESSION_LOCK;
            }
            worst = OTHER_STATE.contains(name) ? SessionEffect.OTHER : worst;
        }
        return worst;
    }

    private SessionEffect effect(AccessClass access, @Nullable SettingSites setting) {
        int main = statement.main();
        if (statement.is(main, Keyword.LISTEN)) {
            return SessionEffect.CHANNEL;
        }
        if (statement.is(main, Keyword.PREPARE) && !statement.is(main + 1, Keyword.TRANSACTION)) {
            return SessionEffect.PREPARED_STATEMENT;
        }
        if (statement.is(main, Keyword.DECLARE) && isHeld(main)) {
            return SessionEffect.HELD_CURSOR;
        }
        if (createsTemporary()) {
            return SessionEffect.TEMPORARY_OBJECT;
        }
        if (tokens.hasText(main, "load")) {
            return SessionEffect.OTHER;
        }
        return setting == null ? SessionEffect.NONE : setting(access, setting);
    }

    private boolean isHeld(int declare) {
        for (int i = declare + 1; i < statement.to() && !statement.is(i, Keyword.FOR); i++) {
            if (statement.is(i, Keyword.WITH) && tokens.hasText(i + 1, "hold")) {
                return true;
            }
        }
        return false;
    }

    /** CREATE TEMP, also where EXPLAIN ANALYZE runs it, SELECT INTO TEMP, and whatever is created in {@code pg_temp}. */
    private boolean createsTemporary() {
        boolean creates = false;
        for (int i = statement.from(); i < statement.to(); i++) {
            boolean into = statement.is(i, Keyword.INTO) && !tokens.isAny(i - 1, Keyword.INSERT, Keyword.MERGE);
            creates |= statement.is(i, Keyword.CREATE) || into;
            boolean temporarySchema = tokens.hasText(i, "pg_temp") && statement.is(i + 1, TokenKind.DOT);
            if (creates && (temporarySchema || isModifier(i))) {
                return true;
            }
            if (statement.is(i, TokenKind.OPEN)) {
                creates = false;
            }
        }
        return false;
    }

    /** Whether TEMP stands where it is no name. */
    private boolean isModifier(int i) {
        boolean after = tokens.isAny(i - 1, Keyword.CREATE, Keyword.INTO, Keyword.REPLACE, Keyword.LOCAL)
                || tokens.hasText(i - 1, "global");
        boolean before = tokens.isWordOrName(i + 1) && !tokens.isAny(i + 1, Keyword.FROM, Keyword.VALUES);
        return tokens.isAny(i, Keyword.TEMP, Keyword.TEMPORARY) && after && before;
    }

    /** What must not run twice cannot be replayed, so that the connection must be kept. */
    private SessionEffect setting(AccessClass access, SettingSites setting) {
        boolean set = statement.verb() == Verb.SET;
        if (set && isTransactionDefault(setting.name())) {
            return SessionEffect.TRANSACTION_DEFAULT;
        }
        if (set || access == AccessClass.SESSION) {
            return SessionEffect.SETTING;
        }
        return setting.local() ? SessionEffect.NONE : SessionEffect.OTHER;
    }

    /** Whether the setting decides what later transactions may do. */
    static boolean isTransactionDefault(@Nullable String setting) {
        return setting != null
                && (setting.startsWith("default_transaction_")
                        || setting.equals("characteristics")
                        || setting.equals("transaction_read_only")
                        || setting.equals("transaction_isolation"));
    }
}
