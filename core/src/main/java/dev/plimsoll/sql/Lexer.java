package dev.plimsoll.sql;

import java.util.Locale;

/**
 * Cuts a text into tokens, one for each call of {@link #next()}. Reusable, for one thread at a time. Knows no grammar beyond the
 * token before: whether that ends an operand decides between sign and operator, parameter and operator.
 */
final class Lexer {
    private static final char ELLIPSIS = '\u2026';

    private final LexicalRules rules;
    private final Cursor cursor;
    private final Literals literals;
    private final LiteralPrefixes prefixes;
    private final Placeholders placeholders;
    private final QuestionOperators questions;
    private final Numbers numbers;
    private final Operators operators;

    private final Token token;

    private int start;
    private int brackets;
    private boolean brokenOff;

    Lexer(Dialect dialect) {
        rules = new LexicalRules(dialect);
        cursor = new Cursor(rules);
        literals = new Literals(cursor, rules);
        prefixes = new LiteralPrefixes(cursor, rules);
        placeholders = new Placeholders(cursor, rules);
        questions = new QuestionOperators(cursor, rules);
        numbers = new Numbers(cursor, rules);
        operators = new Operators(cursor, rules);
        token = new Token(cursor, rules);
    }

    void reset(String text) {
        cursor.reset(text);
        token.reset();
        brackets = 0;
        brokenOff = false;
    }

    LexicalRules rules() {
        return rules;
    }

    /** The token that {@link #next()} has read last. */
    Token token() {
        return token;
    }

    TokenKind next() {
        token.begin();
        return token.end(read());
    }

    private TokenKind read() {
        if (brokenOff) {
            brokenOff = false;
            startAt(cursor.position());
            return render("\u2026", TokenKind.PARTIAL);
        }
        boolean closed = cursor.skipBlanks();
        startAt(cursor.position());
        if (!closed) {
            return breakOff();
        }
        if (start == cursor.limit()) {
            return closeHint();
        }
        char c = cursor.at(start);
        if (rules.startsWord(c)) {
            return word();
        }
        return LexicalRules.isDigit(c) ? number(start) : symbol(c);
    }

    private void startAt(int position) {
        start = position;
        token.startsAt(position);
    }

    private TokenKind symbol(char c) {
        return switch (c) {
            case '(' -> take(TokenKind.OPEN);
            case ')' -> take(TokenKind.CLOSE);
            case ',' -> take(TokenKind.COMMA);
            case ';' -> take(TokenKind.SEMICOLON);
            case '?' -> question();
            case '.' -> dot();
            case '\'' -> string(start, rules.backslashEscapes);
            case '"' -> rules.isMySql() ? string(start, true) : quoted('"');
            case '`' -> rules.symbolicOperators ? operator() : quoted('`');
            case '[' -> rules.isSqlServer() ? quoted(']') : bracket(TokenKind.OPEN_BRACKET, 1);
            case ']' -> bracket(TokenKind.CLOSE_BRACKET, -1);
            case ':' -> colon();
            case '$' -> dollar();
            case '@' -> at();
            case '#' -> placeholderOrOperator(placeholders.templateEnd(start));
            // Apart from the others, which so make a jump table.
            default -> c == ELLIPSIS ? render("\u2026", take(TokenKind.PARTIAL)) : operator();
        };
    }

    private TokenKind take(TokenKind taken) {
        cursor.moveTo(start + 1);
        return taken;
    }

    private TokenKind render(String newRendering, TokenKind rendered) {
        token.rendering(newRendering);
        token.hash(Hash.of(newRendering));
        return rendered;
    }

    private TokenKind bracket(TokenKind taken, int change) {
        brackets = Math.max(0, brackets + change);
        return take(taken);
    }

    private TokenKind word() {
        token.hash(rules.word(cursor, start));
        int wordEnd = cursor.position();
        int quote = prefixes.quote(start, wordEnd);
        if (quote > 0) {
            return prefixedLiteral(quote);
        }
        token.keyword(token.is(TokenKind.DOT) ? Keyword.NONE : keywordAt(wordEnd));
        return TokenKind.WORD;
    }

    /** A word before a point is a name, whatever it looks like. */
    private int keywordAt(int wordEnd) {
        int found = Keyword.numberOfHash(token.hash());
        if (found < 0) {
            return Keyword.NONE;
        }
        int next = cursor.afterBlanks(wordEnd);
        boolean qualifies = cursor.at(next) == '.' && cursor.at(next + 1) != '.' && !startsNumber(next);
        return qualifies ? Keyword.NONE : found;
    }

    private TokenKind prefixedLiteral(int quote) {
        if (cursor.at(quote) == '"' && !rules.isMySql()) {
            int close = literals.quotedEnd(quote, '"', false);
            return close < 0 ? breakOff() : identifier(close);
        }
        if (prefixes.choosesQuote(quote)) {
            return literal(literals.alternativeQuoteEnd(quote));
        }
        return string(quote, prefixes.hasEscapes(start, quote));
    }

    private TokenKind string(int quote, boolean backslashes) {
        return literal(literals.stringEnd(quote, backslashes));
    }

    private TokenKind literal(int literalEnd) {
        if (literalEnd < 0) {
            return breakOff();
        }
        cursor.moveTo(literalEnd);
        token.literal(cursor.hash(start), -1);
        return TokenKind.VALUE;
    }

    /** The text ends inside the current token: what is left of it counts as one literal. */
    private TokenKind breakOff() {
        brokenOff = !cursor.isNarrowed();
        return literal(cursor.limit());
    }

    private TokenKind number(int firstDigit) {
        int numberEnd = numbers.end(firstDigit);
        if (rules.isMySql() && firstDigit == start && rules.wordPart(cursor.at(numberEnd)) != 0) {
            return word();
        }
        cursor.moveTo(numberEnd);
        token.literal(cursor.hash(start), numbers.plainValue(start, numberEnd));
        return TokenKind.VALUE;
    }

    private TokenKind quoted(char close) {
        int quotedEnd = literals.quotedEnd(start, close, false);
        return quotedEnd < 0 ? breakOff() : identifier(quotedEnd);
    }

    private TokenKind identifier(int quotedEnd) {
        cursor.moveTo(quotedEnd);
        if (literals.isPlainWord(start, quotedEnd)) {
            render(lowerCase(start + 1, quotedEnd - 1), TokenKind.WORD);
            if (Keyword.numberOfHash(token.hash()) < 0) {
                return TokenKind.WORD;
            }
            token.rendering(null);
        }
        token.hash(cursor.hash(start));
        return TokenKind.QUOTED;
    }

    private String lowerCase(int from, int to) {
        return cursor.text().substring(from, to).toLowerCase(Locale.ROOT);
    }

    private TokenKind operator() {
        if (!token.afterOperand() && Operators.isSign(cursor.at(start))) {
            int next = cursor.afterBlanks(start + 1);
            if (startsNumber(next)) {
                return number(next);
            }
        }
        return cursor.isHint() || cursor.isLineHint() ? openHint() : operator(operators.end(start));
    }

    private TokenKind operator(int operatorEnd) {
        int pathEnd = operatorEnd == start + 1 ? questions.pathEnd(start, token.afterOperand()) : start;
        if (pathEnd > start) {
            return questionOperator(pathEnd);
        }
        cursor.moveTo(operatorEnd);
        token.hash(cursor.hash(start));
        return TokenKind.OPERATOR;
    }

    private TokenKind questionOperator(int operatorEnd) {
        cursor.moveTo(operatorEnd);
        String operator = cursor.text().substring(start, cursor.position());
        return render(QuestionOperators.escaped(operator), TokenKind.OPERATOR);
    }

    private boolean startsNumber(int i) {
        return LexicalRules.isDigit(cursor.at(i)) || (cursor.at(i) == '.' && LexicalRules.isDigit(cursor.at(i + 1)));
    }

    private TokenKind openHint() {
        boolean executable = cursor.isExecutable();
        int hintEnd = cursor.hintEnd();
        if (hintEnd < 0) {
            return breakOff();
        }
        int content = executable ? cursor.afterVersion() : start + 3;
        String opening = executable ? cursor.text().substring(start, content) : "/*+";
        cursor.enterHint(content, hintEnd);
        return render(opening, executable ? TokenKind.EXECUTABLE_OPEN : TokenKind.HINT_OPEN);
    }

    private TokenKind closeHint() {
        if (!cursor.isNarrowed()) {
            return TokenKind.END;
        }
        cursor.leaveHint();
        return render("*/", TokenKind.HINT_CLOSE);
    }

    private TokenKind question() {
        int operatorEnd = questions.end(start, token.afterOperand());
        if (operatorEnd > start) {
            return questionOperator(operatorEnd);
        }
        int digitsEnd = placeholders.digitsEnd(start + 1);
        literal(digitsEnd);
        long declared = numbers.plainValue(start + 1, digitsEnd);
        token.parameter(declared <= 0 ? -1 : (int) Math.min(declared, Short.MAX_VALUE));
        return TokenKind.VALUE;
    }

    private TokenKind dot() {
        boolean adjacent = token.end() == start;
        if (cursor.at(start + 1) == '.') {
            return twoDots(adjacent);
        }
        boolean qualifies = adjacent && token.endsOperand();
        return !qualifies && startsNumber(start) ? number(start) : take(TokenKind.DOT);
    }

    private TokenKind twoDots(boolean adjacent) {
        char third = cursor.at(start + 2);
        boolean mark = token.is(TokenKind.CLOSE) || (token.is(TokenKind.VALUE) && (third == ')' || third == ']'));
        if (adjacent && mark) {
            cursor.moveTo(start + 2);
            return render("..", TokenKind.LIST_MARK);
        }
        return rules.isSqlServer() ? take(TokenKind.DOT) : operator(start + 2);
    }

    private TokenKind colon() {
        char next = cursor.at(start + 1);
        if (next == ':') {
            cursor.moveTo(start + 2);
            return TokenKind.CAST;
        }
        if (next == '=') {
            return operator(start + 2);
        }
        int nameEnd = mayBeNamedParameter() ? placeholders.colonEnd(start) : start;
        return nameEnd > start ? literal(nameEnd) : operator(start + 1);
    }

    /** Not so in slices {@code a[1:n]}, in {@code json_object('a':b)} and in {@code label:statement}. */
    private boolean mayBeNamedParameter() {
        boolean apart = token.is(TokenKind.WORD) && token.end() < start;
        return brackets == 0 && (apart || !token.endsOperand());
    }

    private TokenKind dollar() {
        if (LexicalRules.isDigit(cursor.at(start + 1))) {
            return literal(numbers.end(start + 1));
        }
        int tagEnd = literals.dollarTagEnd(start);
        if (tagEnd > start) {
            return literal(literals.dollarQuoteEnd(start, tagEnd));
        }
        return rules.wordPart(cursor.at(start + 1)) == 0 ? operator(start + 1) : word();
    }

    private TokenKind at() {
        int variableEnd = placeholders.systemVariableEnd(start);
        if (variableEnd > start) {
            cursor.moveTo(variableEnd);
            return render(lowerCase(start, variableEnd), TokenKind.WORD);
        }
        return placeholderOrOperator(placeholders.atEnd(start, literals));
    }

    private TokenKind placeholderOrOperator(int placeholderEnd) {
        return placeholderEnd == start ? operator() : literal(placeholderEnd);
    }
}
