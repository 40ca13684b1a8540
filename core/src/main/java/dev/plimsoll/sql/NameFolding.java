package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/**
 * Decides which names count as values because they vary like values: savepoints, cursors, prepared statements, channels, the schema
 * or role of a session, and passwords. All but the last are found from the first keyword of a statement on.
 */
final class NameFolding {
    private enum State {
        /** Before the first token of a statement. */
        START,
        IDLE,
        /** The next word is a name, unless it is a keyword that joins it. */
        NAME,
        /** Every word that follows is a name. */
        NAMES,
        /** A name follows FROM or IN. */
        BEFORE_FROM,
        /** A name follows TO. */
        BEFORE_TO,
        /** What follows SET. */
        SETTING,
        /** A list of names follows TO or an equals sign. */
        BEFORE_ASSIGNMENT,
        /** After ALTER, which is of interest only if it alters the session. */
        ALTER
    }

    private static final long SEARCH_PATH = Hash.of("search_path");
    private static final long CURRENT_SCHEMA = Hash.of("current_schema");

    private final boolean postgres;

    private State state = State.START;

    /** IDENTIFIED, then BY, or PASSWORD: what leads to a password. */
    private @Nullable Keyword secret;

    NameFolding(LexicalRules rules) {
        postgres = rules.isPostgres();
    }

    void reset() {
        state = State.START;
        secret = null;
    }

    /** Whether {@code token}, of {@code kind}, is to be treated as a value. */
    boolean isValue(TokenKind kind, Token token) {
        Keyword keyword = token.keyword();
        boolean password = secret != null && isPassword(kind, keyword);
        secret = keyword == null ? null : secretAfter(keyword);
        return password || (state != State.IDLE && isName(kind, keyword, token));
    }

    private boolean isPassword(TokenKind kind, @Nullable Keyword keyword) {
        boolean word = kind == TokenKind.WORD && keyword != Keyword.VALUES && secret == Keyword.BY;
        return word || (kind == TokenKind.QUOTED && secret != Keyword.IDENTIFIED);
    }

    private @Nullable Keyword secretAfter(Keyword keyword) {
        boolean identifiedBy = keyword == Keyword.BY && secret == Keyword.IDENTIFIED;
        return identifiedBy || keyword == Keyword.IDENTIFIED || keyword == Keyword.PASSWORD ? keyword : null;
    }

    private boolean isName(TokenKind kind, @Nullable Keyword keyword, Token token) {
        boolean name = kind == TokenKind.WORD || kind == TokenKind.QUOTED;
        switch (state) {
            case START -> state = start(kind, keyword);
            case NAME -> {
                if (name && !joins(keyword)) {
                    state = State.IDLE;
                    return true;
                }
                state = name ? State.NAME : State.IDLE;
            }
            case NAMES -> {
                return name;
            }
            case BEFORE_FROM -> state = keyword == Keyword.FROM || keyword == Keyword.IN ? State.NAME : state;
            case BEFORE_TO -> state = keyword == Keyword.TO ? State.NAME : state;
            case SETTING -> state = setting(keyword, token);
            case BEFORE_ASSIGNMENT ->
                state = keyword == Keyword.TO || kind == TokenKind.OPERATOR ? State.NAMES : State.IDLE;
            case ALTER -> state = alter(keyword);
            default -> {}
        }
        return false;
    }

    private State start(TokenKind kind, @Nullable Keyword first) {
        if (first == null) {
            return kind == TokenKind.OPEN ? State.START : State.IDLE;
        }
        return switch (first) {
            case SAVEPOINT, RELEASE, LISTEN, UNLISTEN, NOTIFY, CLOSE, DEALLOCATE, USE -> State.NAME;
            case PREPARE, DECLARE, EXECUTE -> postgres ? State.NAME : State.IDLE;
            case FETCH, MOVE -> State.BEFORE_FROM;
            case ROLLBACK -> State.BEFORE_TO;
            case SET -> State.SETTING;
            case ALTER -> State.ALTER;
            default -> State.IDLE;
        };
    }

    private static boolean joins(@Nullable Keyword keyword) {
        return keyword == Keyword.SAVEPOINT
                || keyword == Keyword.PREPARE
                || keyword == Keyword.TRANSACTION
                || keyword == Keyword.ALL
                || keyword == Keyword.TO;
    }

    private State setting(@Nullable Keyword keyword, Token token) {
        if (keyword == null) {
            long setting = token.hash();
            return setting == SEARCH_PATH || setting == CURRENT_SCHEMA ? State.BEFORE_ASSIGNMENT : State.IDLE;
        }
        return switch (keyword) {
            case LOCAL, SESSION -> State.SETTING;
            case SCHEMA, ROLE, AUTHORIZATION -> State.NAME;
            default -> State.IDLE;
        };
    }

    private static State alter(@Nullable Keyword keyword) {
        if (keyword == Keyword.SESSION) {
            return State.ALTER;
        }
        return keyword == Keyword.SET ? State.SETTING : State.IDLE;
    }
}
