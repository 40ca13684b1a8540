package dev.plimsoll.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    // Kind and keyword are kept as numbers: to store a reference for each token costs more than to read the token.
    /** While a token is read, the kind and the end of the one before. */
    private int kind = TokenKind.END.ordinal();

    private int end;

    private int start;
    private boolean endsOperand;
    private boolean afterOperand;
    private long hash;
    private long number;
    private int parameter;
    private int keyword = Keyword.NONE;
    private @Nullable String rendering;
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
    }

    void reset(String text) {
        cursor.reset(text);
        kind = TokenKind.END.ordinal();
        end = 0;
        afterOperand = false;
        endsOperand = false;
        keyword = Keyword.NONE;
        brackets = 0;
        brokenOff = false;
    }

    String text() {
        return cursor.text();
    }

    LexicalRules rules() {
        return rules;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The keyword that the current word is, or null. */
    @Nullable
    Keyword keyword() {
        return keyword < 0 ? null : Keyword.ofNumber(keyword);
    }

    /** Hash of the characters of the current token: of the lower-cased ones if it is a word. */
    long hash() {
        return hash;
    }

    /** The value of the current literal if it is a whole number without a sign, otherwise -1. */
    long number() {
        return number;
    }

    /** For a value: -1 if it is the next JDBC parameter, n if it is the JDBC parameter n, 0 if it is none. */
    int parameter() {
        return parameter;
    }

    /** What stands for the current token in a shape, if that is not the token's own text. */
    @Nullable
    String rendering() {
        return rendering;
    }

    /** Whether the token before the current one ends an operand. */
    boolean afterOperand() {
        return afterOperand;
    }

    boolean isSign() {
        return is(TokenKind.OPERATOR)
                && end == start + 1
                && Operators.isSign(cursor.text().charAt(start));
    }

    TokenKind next() {
        afterOperand = endsOperand && (keyword < 0 || !Keyword.ofNumber(keyword).isPrefix());
        keyword = Keyword.NONE;
        rendering = null;
        TokenKind next = read();
        kind = next.ordinal();
        endsOperand = next.endsOperand();
        end = cursor.position();
        return next;
    }

    private boolean is(TokenKind other) {
        return kind == other.ordinal();
    }

    private TokenKind read() {
        if (brokenOff) {
            brokenOff = false;
            start = cursor.position();
            return render("\u2026", TokenKind.PARTIAL);
        }
        boolean closed = cursor.skipBlanks();
        start = cursor.position();
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
        rendering = newRendering;
        hash = Hash.of(newRendering);
        return rendered;
    }

    private TokenKind bracket(TokenKind taken, int change) {
        brackets = Math.max(0, brackets + change);
        return take(taken);
    }

    private TokenKind word() {
        hash = rules.word(cursor, start);
        int wordEnd = cursor.position();
        int quote = prefixes.quote(start, wordEnd);
        if (quote > 0) {
            return prefixedLiteral(quote);
        }
        keyword = is(TokenKind.DOT) ? Keyword.NONE : keywordAt(wordEnd);
        return TokenKind.WORD;
    }

    /** A word before a point is a name, whatever it looks like. */
    private int keywordAt(int wordEnd) {
        int found = Keyword.numberOfHash(hash);
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
        parameter = 0;
        number = -1;
        hash = cursor.hash(start);
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
        literal(numberEnd);
        number = numbers.plainValue(start, numberEnd);
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
            if (Keyword.numberOfHash(hash) < 0) {
                return TokenKind.WORD;
            }
            rendering = null;
        }
        hash = cursor.hash(start);
        return TokenKind.QUOTED;
    }

    private String lowerCase(int from, int to) {
        return cursor.text().substring(from, to).toLowerCase(Locale.ROOT);
    }

    private TokenKind operator() {
        if (!afterOperand && Operators.isSign(cursor.at(start))) {
            int next = cursor.afterBlanks(start + 1);
            if (startsNumber(next)) {
                return number(next);
            }
        }
        return cursor.isHint() || cursor.isLineHint() ? openHint() : operator(operators.end(start));
    }

    private TokenKind operator(int operatorEnd) {
        int pathEnd = operatorEnd == start + 1 ? questions.pathEnd(start, afterOperand) : start;
        if (pathEnd > start) {
            return questionOperator(pathEnd);
        }
        cursor.moveTo(operatorEnd);
        hash = cursor.hash(start);
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
        int operatorEnd = questions.end(start, afterOperand);
        if (operatorEnd > start) {
            return questionOperator(operatorEnd);
        }
        int digitsEnd = placeholders.digitsEnd(start + 1);
        literal(digitsEnd);
        long declared = numbers.plainValue(start + 1, digitsEnd);
        parameter = declared <= 0 ? -1 : (int) Math.min(declared, Short.MAX_VALUE);
        return TokenKind.VALUE;
    }

    private TokenKind dot() {
        boolean adjacent = end == start;
        if (cursor.at(start + 1) == '.') {
            return twoDots(adjacent);
        }
        boolean qualifies = adjacent && endsOperand;
        return !qualifies && startsNumber(start) ? number(start) : take(TokenKind.DOT);
    }

    private TokenKind twoDots(boolean adjacent) {
        char third = cursor.at(start + 2);
        boolean mark = is(TokenKind.CLOSE) || (is(TokenKind.VALUE) && (third == ')' || third == ']'));
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
        boolean apart = is(TokenKind.WORD) && end < start;
        return brackets == 0 && (apart || !endsOperand);
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
