package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/** Finds the setting that a statement changes: by SET, RESET, DISCARD ALL or set_config. */
final class SettingReader {
    private static final SettingSites UNTOLD = new SettingSites(Setting.UNTOLD, -1, null, -1, false);
    private static final SettingSites ALL = new SettingSites(Setting.ALL, -1, null, -1, false);

    private final Statement statement;
    private final Tokens tokens;

    private SettingReader(Statement statement) {
        this.statement = statement;
        this.tokens = statement.tokens();
    }

    /** Null if the statement changes none. */
    static @Nullable SettingSites read(Statement statement) {
        SettingReader reader = new SettingReader(statement);
        return statement.verb() == Verb.SET ? reader.set() : reader.calls();
    }

    private @Nullable SettingSites set() {
        int i = statement.main();
        if (statement.is(i, Keyword.DISCARD)) {
            return tokens.is(i + 1, Keyword.ALL) ? ALL : null;
        }
        if (statement.is(i, Keyword.RESET)) {
            return tokens.is(i + 1, Keyword.ALL) ? ALL : named(nameEnd(i + 1), i + 1, false);
        }
        if (statement.is(i, Keyword.USE)) {
            return new SettingSites("search_path", -1, null, -1, false);
        }
        boolean local = tokens.is(i + 1, Keyword.LOCAL);
        boolean session = tokens.is(i + 1, Keyword.SESSION) && !tokens.is(i + 2, Keyword.AUTHORIZATION);
        int name = local || session ? i + 2 : i + 1;
        return tokens.is(name, Keyword.TRANSACTION) ? null : named(nameEnd(name), name, local);
    }

    private int nameEnd(int name) {
        boolean pair = tokens.hasText(name + 1, "zone") || tokens.is(name + 1, Keyword.AUTHORIZATION);
        return pair ? name + 2 : tokens.qualifiedNameEnd(name);
    }

    private SettingSites named(int end, int name, boolean local) {
        if (name >= statement.to() || !tokens.isWordOrName(name)) {
            return UNTOLD;
        }
        boolean assigned = tokens.is(end, Keyword.TO) || tokens.hasText(end, "=");
        int value = assigned ? end + 1 : end;
        boolean one = value + 1 == statement.to();
        String word = one && tokens.isWordOrName(value) ? tokens.unquoted(value) : null;
        return new SettingSites(setting(name, end), -1, word, one ? tokens.site(value) : -1, local);
    }

    /** The name of the setting; what SQL has a clause for goes by another one. */
    private String setting(int name, int end) {
        return switch (tokens.text(name)) {
            case "time" -> "timezone";
            case "session" -> "session_authorization";
            case "schema" -> "search_path";
            case "names" -> "client_encoding";
            case "xml" -> "xmloption";
            default -> end == name + 1 ? tokens.unquoted(name) : tokens.text(name, end);
        };
    }

    /** The call of set_config, if there is one; of several nothing is told. */
    private @Nullable SettingSites calls() {
        SettingSites found = null;
        for (int i = statement.from(); i < statement.to(); i++) {
            if (tokens.hasText(i, "set_config") && tokens.is(i + 1, TokenKind.OPEN)) {
                found = found == null ? call(i + 2) : UNTOLD;
            }
        }
        return found;
    }

    private SettingSites call(int first) {
        boolean plain = tokens.is(first + 1, TokenKind.COMMA) && tokens.is(first + 3, TokenKind.COMMA);
        if (!plain || !tokens.is(first + 5, TokenKind.CLOSE)) {
            return UNTOLD;
        }
        return new SettingSites(
                null, tokens.site(first), null, tokens.site(first + 2), tokens.is(first + 4, Keyword.TRUE));
    }
}
