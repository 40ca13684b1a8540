package dev.plimsoll.sql;

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
    private final Numbers numbers;
    private final Operators operators;

    private TokenKind kind = TokenKind.END;
    private TokenKind previous = TokenKind.END;
    private int start;
    private int end;
    private boolean afterOperand;
    private long hash;
    private long number;
    private int parameter;
    private @Nullable Keyword keyword;
    private @Nullable String rendering;
    private int brackets;
    private boolean brokenOff;

    Lexer(Dialect dialect) {
        rules = new LexicalRules(dialect);
        cursor = new Cursor(rules);
        literals = new Literals(cursor, rules);
        numbers = new Numbers(cursor, rules);
        operators = new Operators(cursor, rules);
    }

    void reset(String text) {
        cursor.reset(text);
        kind = TokenKind.END;
        end = 0;
        keyword = null;
        brackets = 0;
        brokenOff = false;
    }

    String text() {
        return cursor.text();
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
        return keyword;
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
        return kind == TokenKind.OPERATOR
                && end == start + 1
                && Operators.isSign(cursor.text().charAt(start));
    }

    LexicalRules rules() {
        return rules;
    }

    TokenKind next() {
        afterOperand = kind.endsOperand() && (keyword == null || !keyword.isPrefix());
        previous = kind;
        keyword = null;
        rendering = null;
        kind = read();
        end = cursor.position();
        return kind;
    }

    private TokenKind read() {
        if (brokenOff) {
            brokenOff = false;
            start = cursor.position();
            rendering = "\u2026";
            return TokenKind.PARTIAL;
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
            case '#' -> cursor.at(start + 1) == '{' ? template() : operator();
            // Apart from the others, which so make a jump table.
            default -> c == ELLIPSIS ? ellipsis() : operator();
        };
    }

    private TokenKind take(TokenKind taken) {
        cursor.moveTo(start + 1);
        return taken;
    }

    private TokenKind bracket(TokenKind taken, int change) {
        brackets = Math.max(0, brackets + change);
        return take(taken);
    }

    private TokenKind word() {
        hash = rules.word(cursor.characters(), start, cursor.limit(), cursor);
        int wordEnd = cursor.position();
        int quote = prefixedQuote(wordEnd);
        if (quote > 0) {
            return prefixedLiteral(quote);
        }
        keyword = previous == TokenKind.DOT ? null : keywordAt(wordEnd);
        return TokenKind.WORD;
    }

    /** A word before a point is a name, whatever it looks like. */
    private @Nullable Keyword keywordAt(int wordEnd) {
        Keyword found = Keyword.ofHash(hash);
        if (found == null) {
            return null;
        }
        int next = cursor.afterBlanks(wordEnd);
        boolean qualifies =
                cursor.at(next) == '.' && cursor.at(next + 1) != '.' && !LexicalRules.isDigit(cursor.at(next + 1));
        return qualifies ? null : found;
    }

    /** The index of the quote of a literal that the word up to {@code wordEnd} introduces, or -1. */
    private int prefixedQuote(int wordEnd) {
        char next = cursor.at(wordEnd);
        if (next == '\'') {
            return isLiteralPrefix(wordEnd - start) ? wordEnd : -1;
        }
        if (next == '&' && wordEnd == start + 1 && (cursor.at(start) | 0x20) == 'u') {
            char quote = cursor.at(wordEnd + 1);
            return quote == '\'' || quote == '"' ? wordEnd + 1 : -1;
        }
        return rules.isMySql() && cursor.at(start) == '_' ? introducedQuote(wordEnd) : -1;
    }

    /** MySQL: {@code _utf8mb4 'text'} and {@code _utf8mb4 x'00'}. */
    private int introducedQuote(int wordEnd) {
        int next = cursor.afterBlanks(wordEnd);
        char letter = (char) (cursor.at(next) | 0x20);
        if ((letter == 'x' || letter == 'b' || letter == 'n') && cursor.at(next + 1) == '\'') {
            return next + 1;
        }
        return cursor.at(next) == '\'' || cursor.at(next) == '"' ? next : -1;
    }

    private boolean isLiteralPrefix(int length) {
        char first = (char) (cursor.at(start) | 0x20);
        if (length == 1) {
            return first == 'n' || first == 'x' || first == 'b' || first == 'e' || (first == 'q' && rules.isOracle());
        }
        boolean nationalQuote = rules.isOracle() && length == 2 && first == 'n' && (cursor.at(start + 1) | 0x20) == 'q';
        return nationalQuote || (rules.isMySql() && cursor.at(start) == '_');
    }

    private TokenKind prefixedLiteral(int quote) {
        if (cursor.at(quote) == '"' && !rules.isMySql()) {
            int close = literals.quotedEnd(quote, '"', false);
            return close < 0 ? breakOff() : identifier(close);
        }
        if (rules.isOracle() && (cursor.at(quote - 1) | 0x20) == 'q') {
            return literal(literals.alternativeQuoteEnd(quote));
        }
        boolean escapes = rules.backslashEscapes
                || (rules.symbolicOperators && quote == start + 1 && (cursor.at(start) | 0x20) == 'e');
        return string(quote, escapes);
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
        hash = Hash.of(cursor.text(), start, cursor.position());
        return TokenKind.VALUE;
    }

    /** The text ends inside the current token: what is left of it counts as one literal. */
    private TokenKind breakOff() {
        brokenOff = !cursor.isNarrowed();
        return literal(cursor.limit());
    }

    private TokenKind ellipsis() {
        rendering = "\u2026";
        return take(TokenKind.PARTIAL);
    }

    private TokenKind number(int firstDigit) {
        int numberEnd = numbers.end(firstDigit);
        if (rules.isMySql() && firstDigit == start && rules.wordPart(cursor.at(numberEnd)) != 0) {
            return word();
        }
        literal(numberEnd);
        number = Numbers.plainValue(cursor.text(), start, numberEnd);
        return TokenKind.VALUE;
    }

    private TokenKind quoted(char close) {
        int quotedEnd = literals.quotedEnd(start, close, false);
        return quotedEnd < 0 ? breakOff() : identifier(quotedEnd);
    }

    private TokenKind identifier(int quotedEnd) {
        cursor.moveTo(quotedEnd);
        if (isPlainWord(quotedEnd)) {
            rendering = cursor.text().substring(start + 1, quotedEnd - 1).toLowerCase(java.util.Locale.ROOT);
            hash = Hash.of(rendering);
            if (Keyword.ofHash(hash) == null) {
                return TokenKind.WORD;
            }
            rendering = null;
        }
        hash = Hash.of(cursor.text(), start, quotedEnd);
        return TokenKind.QUOTED;
    }

    /** Whether the quotes of the current identifier change nothing. */
    private boolean isPlainWord(int quotedEnd) {
        if (cursor.at(start) != '"' || !startsPlainWord(cursor.at(start + 1))) {
            return false;
        }
        for (int i = start + 2; i < quotedEnd - 1; i++) {
            if (!startsPlainWord(cursor.at(i)) && !LexicalRules.isDigit(cursor.at(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean startsPlainWord(char c) {
        return rules.foldsTo(c) || (c == '_' && rules.foldsTo(rules.isPostgres() ? 'a' : 'A'));
    }

    private TokenKind operator() {
        if (Operators.isSign(cursor.at(start)) && !afterOperand) {
            int next = cursor.afterBlanks(start + 1);
            if (startsNumber(next)) {
                return number(next);
            }
        }
        if (cursor.isHint() || cursor.isLineHint()) {
            return openHint();
        }
        return operator(operators.end(start));
    }

    private TokenKind operator(int operatorEnd) {
        cursor.moveTo(operatorEnd);
        boolean jsonPath = rules.isPostgres()
                && afterOperand
                && operatorEnd == start + 1
                && cursor.at(start) == '@'
                && cursor.at(operatorEnd) == '?';
        if (jsonPath) {
            return escapedOperator("@??", cursor.at(operatorEnd + 1) == '?' ? 3 : 2);
        }
        hash = Hash.of(cursor.text(), start, cursor.position());
        return TokenKind.OPERATOR;
    }

    private boolean startsNumber(int i) {
        return LexicalRules.isDigit(cursor.at(i)) || (cursor.at(i) == '.' && LexicalRules.isDigit(cursor.at(i + 1)));
    }

    private TokenKind openHint() {
        boolean line = cursor.isLineHint();
        boolean executable = !line && cursor.isExecutable();
        int hintEnd = line ? cursor.lineEnd(start) : cursor.text().indexOf("*/", start + 3);
        if (hintEnd < 0 || hintEnd > cursor.limit()) {
            return breakOff();
        }
        int content = start + 3;
        while (executable && (cursor.at(content) == '!' || LexicalRules.isDigit(cursor.at(content)))) {
            content++;
        }
        rendering = executable ? cursor.text().substring(start, content) : "/*+";
        hash = Hash.of(rendering);
        cursor.moveTo(content);
        if (!cursor.isNarrowed()) {
            cursor.narrow(hintEnd);
        }
        return executable ? TokenKind.EXECUTABLE_OPEN : TokenKind.HINT_OPEN;
    }

    private TokenKind closeHint() {
        if (!cursor.isNarrowed()) {
            return TokenKind.END;
        }
        boolean block = cursor.text().startsWith("*/", start);
        cursor.widen(block ? start + 2 : start);
        rendering = "*/";
        return TokenKind.HINT_CLOSE;
    }

    /** In PostgreSQL a {@code ?} may be an operator: doubled, as JDBC escapes it, or bare where no value can stand. */
    private TokenKind question() {
        char next = cursor.at(start + 1);
        if (rules.isPostgres()) {
            if (next == '?') {
                char third = cursor.at(start + 2);
                boolean three = (third == '|' || third == '&') && cursor.at(start + 3) != third;
                return escapedOperator(three ? "??" + third : "??", three ? 3 : 2);
            }
            if (afterOperand && (next == '|' || next == '&') && cursor.at(start + 2) != next) {
                return escapedOperator("??" + next, 2);
            }
            if (afterOperand && "'?$".indexOf(cursor.at(cursor.afterBlanks(start + 1))) >= 0) {
                return escapedOperator("??", 1);
            }
        }
        return jdbcParameter();
    }

    private TokenKind escapedOperator(String escaped, int length) {
        cursor.moveTo(start + length);
        rendering = escaped;
        hash = Hash.of(escaped);
        return TokenKind.OPERATOR;
    }

    private TokenKind jdbcParameter() {
        int i = start + 1;
        while (LexicalRules.isDigit(cursor.at(i))) {
            i++;
        }
        literal(i);
        long index = i == start + 1 ? -1 : Numbers.plainValue(cursor.text(), start + 1, i);
        parameter = (int) Math.max(-1, Math.min(index, Short.MAX_VALUE));
        return TokenKind.VALUE;
    }

    private TokenKind dot() {
        boolean adjacent = end == start;
        if (cursor.at(start + 1) == '.') {
            char third = cursor.at(start + 2);
            boolean mark =
                    previous == TokenKind.CLOSE || (previous == TokenKind.VALUE && (third == ')' || third == ']'));
            if (adjacent && mark) {
                cursor.moveTo(start + 2);
                rendering = "..";
                return TokenKind.LIST_MARK;
            }
            return rules.isSqlServer() ? take(TokenKind.DOT) : operator(start + 2);
        }
        boolean qualifies = adjacent && previous.endsOperand();
        return !qualifies && startsNumber(start) ? number(start) : take(TokenKind.DOT);
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
        boolean name = rules.startsWord(next) || (rules.isOracle() && LexicalRules.isDigit(next));
        return name && mayBeNamedParameter() ? literal(wordEnd(start + 1)) : operator(start + 1);
    }

    /** Not so in slices {@code a[1:n]}, in {@code json_object('a':b)} and in {@code label:statement}. */
    private boolean mayBeNamedParameter() {
        boolean afterWord = previous == TokenKind.WORD && end < start;
        return brackets == 0 && (afterWord || !previous.endsOperand());
    }

    private int wordEnd(int from) {
        int i = from;
        while (rules.wordPart(cursor.at(i)) != 0) {
            i++;
        }
        return i;
    }

    private TokenKind dollar() {
        if (LexicalRules.isDigit(cursor.at(start + 1))) {
            return literal(numbers.end(start + 1));
        }
        int tagEnd = rules.dollarQuotes ? literals.dollarTagEnd(start) : start;
        if (tagEnd > start) {
            return literal(literals.dollarQuoteEnd(start, tagEnd));
        }
        return rules.wordPart(cursor.at(start + 1)) == 0 ? operator(start + 1) : word();
    }

    private TokenKind at() {
        char next = cursor.at(start + 1);
        if (!rules.atVariables) {
            return operator();
        }
        if (next == '@' && rules.startsWord(cursor.at(start + 2))) {
            return systemVariable();
        }
        if (rules.isMySql() && (next == '\'' || next == '"' || next == '`')) {
            return literal(literals.quotedEnd(start + 1, next, next != '`'));
        }
        return rules.startsWord(next) ? literal(wordEnd(start + 1)) : operator();
    }

    private TokenKind systemVariable() {
        int nameEnd = wordEnd(start + 2);
        cursor.moveTo(nameEnd);
        rendering = cursor.text().substring(start, nameEnd).toLowerCase(java.util.Locale.ROOT);
        hash = Hash.of(rendering);
        return TokenKind.WORD;
    }

    /** MyBatis leaves {@code #{name}} in texts that never reach a driver but do reach logs. */
    private TokenKind template() {
        int close = cursor.text().indexOf('}', start);
        return close < 0 || close >= cursor.limit() ? operator() : literal(close + 1);
    }
}
