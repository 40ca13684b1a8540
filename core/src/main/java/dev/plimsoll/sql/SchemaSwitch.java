package dev.plimsoll.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the schema that SET SCHEMA, SET search_path, USE and ALTER SESSION SET CURRENT_SCHEMA switch a session to. */
final class SchemaSwitch {
    private SchemaSwitch() {}

    /** The site of the schema's name in the shape of {@code statement}, or -1 if it switches none. */
    static int site(Statement statement) {
        Tokens tokens = statement.tokens();
        int i = statement.main();
        if (tokens.is(i, Keyword.USE)) {
            return tokens.site(i + 1);
        }
        if (tokens.is(i, Keyword.ALTER) && tokens.is(i + 1, Keyword.SESSION)) {
            i += 2;
        }
        if (!tokens.is(i, Keyword.SET)) {
            return -1;
        }
        i++;
        while (tokens.isAny(i, Keyword.SESSION, Keyword.LOCAL)) {
            i++;
        }
        boolean path = tokens.hasText(i, "search_path") || tokens.hasText(i, "current_schema");
        boolean schema = tokens.is(i, Keyword.SCHEMA);
        if (!path && !schema) {
            return -1;
        }
        i++;
        while (tokens.is(i, Keyword.TO) || tokens.is(i, TokenKind.OPERATOR)) {
            i++;
        }
        return tokens.site(i);
    }

    /** The name at {@code site} of {@code sql}: {@code ?} if a parameter supplies it, null if it stands for the default. */
    static @Nullable String name(String sql, int site, Dialect dialect) {
        Lexer lexer = new Lexer(dialect);
        NameFolding names = new NameFolding(lexer.rules());
        lexer.reset(sql);
        int found = -1;
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            if (names.isValue(kind, lexer.token()) || kind == TokenKind.VALUE) {
                found++;
                if (found == site) {
                    return name(kind, lexer.token());
                }
            }
        }
        return null;
    }

    private static @Nullable String name(TokenKind kind, Token token) {
        String text = token.text().substring(token.start(), token.end());
        if (kind == TokenKind.VALUE && token.parameter() != 0) {
            return "?";
        }
        if (token.keyword() == Keyword.DEFAULT) {
            return null;
        }
        char quote = text.charAt(0);
        boolean quoted = text.length() > 1 && (quote == '\'' || quote == '"' || quote == '`' || quote == '[');
        return quoted ? text.substring(1, text.length() - 1) : text.toLowerCase(Locale.ROOT);
    }
}
