package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/**
 * Turns the tokens of a text into those of its shape, in one pass: values become {@code ?}, lists fold, statement ends shrink to the
 * separators between statements. Reusable, for one thread at a time.
 */
final class Normalizer {
    private final Lexer lexer;
    private final Token token;
    private final ShapeWriter writer = new ShapeWriter();
    private final Values values = new Values();
    private final NameFolding names;
    private final StructureNumbers structure = new StructureNumbers();
    private final ListFolding lists = new ListFolding(writer, values);
    private final RowFolding rows = new RowFolding(writer, values);

    private boolean separated;
    private boolean started;

    Normalizer(Dialect dialect) {
        lexer = new Lexer(dialect);
        token = lexer.token();
        names = new NameFolding(lexer.rules());
    }

    /** Reads {@code sql} and returns its fingerprint; writes its shape to {@code shape} if there is one. */
    long read(String sql, @Nullable StringBuilder shape) {
        lexer.reset(sql);
        writer.reset(shape);
        values.reset(sql.length());
        started = false;
        endStatement();
        separated = false;
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            if (kind == TokenKind.SEMICOLON) {
                endStatement();
            } else {
                accept(kind);
            }
        }
        rows.end();
        return writer.fingerprint();
    }

    /** The values of the text read last. */
    Values values() {
        return values;
    }

    private void endStatement() {
        rows.end();
        rows.reset();
        lists.reset();
        names.reset();
        structure.reset();
        separated = started;
    }

    private void accept(TokenKind read) {
        if (separated) {
            writer.implied(TokenKind.SEMICOLON);
            separated = false;
        }
        started = true;
        TokenKind kind = kindInShape(read);
        Keyword keyword = kind == TokenKind.WORD ? token.keyword() : null;
        if (!rows.before(kind)) {
            return;
        }
        lists.before(kind, keyword, token);
        writer.token(kind, token);
        if (kind == TokenKind.VALUE) {
            addValue(read);
        }
        rows.after(kind, keyword);
        structure.after(kind, keyword);
    }

    private TokenKind kindInShape(TokenKind read) {
        if (names.isValue(read, token)) {
            token.standsForValue();
            return TokenKind.VALUE;
        }
        return read == TokenKind.VALUE && structure.keeps(token.number()) ? TokenKind.NUMBER : read;
    }

    private void addValue(TokenKind read) {
        if (read == TokenKind.VALUE) {
            values.add(token);
        } else {
            values.addLiteral(Hash.finishNonZero(token.hash()), -1);
        }
    }
}
