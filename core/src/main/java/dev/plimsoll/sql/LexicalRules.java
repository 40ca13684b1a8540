package dev.plimsoll.sql;

/** What the lexer needs to know of a dialect: which characters make words, how comments nest, what quotes what. */
final class LexicalRules {
    private static final int ASCII = 128;
    private static final char ELLIPSIS = '\u2026';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char NEXT_LINE = '\u0085';

    final Dialect dialect;
    final boolean nestedComments;
    final boolean backslashEscapes;
    final boolean dollarQuotes;
    final boolean atVariables;
    final boolean symbolicOperators;

    /** For each ASCII character its lower case if a word may contain it, otherwise 0. */
    private final char[] wordParts = new char[ASCII];

    private final boolean[] wordStarts = new boolean[ASCII];

    LexicalRules(Dialect dialect) {
        this.dialect = dialect;
        nestedComments = dialect == Dialect.POSTGRESQL || dialect == Dialect.H2 || dialect == Dialect.SQL_SERVER;
        backslashEscapes = isMySql();
        dollarQuotes = isPostgres() || dialect == Dialect.H2 || dialect == Dialect.GENERIC;
        atVariables = !isPostgres() && !isOracle();
        symbolicOperators = isPostgres() || dialect == Dialect.GENERIC;
        for (char c = 0; c < ASCII; c++) {
            boolean starts = Character.isLetter(c) || c == '_' || (c == '#' && isSqlServer());
            wordStarts[c] = starts;
            wordParts[c] = starts || isDigit(c) || isOtherWordPart(c) ? Character.toLowerCase(c) : 0;
        }
    }

    private boolean isOtherWordPart(char c) {
        return c == '$' || (c == '#' && isOracle()) || (c == '@' && (isOracle() || isSqlServer()));
    }

    boolean isPostgres() {
        return dialect == Dialect.POSTGRESQL;
    }

    boolean isMySql() {
        return dialect == Dialect.MYSQL;
    }

    boolean isOracle() {
        return dialect == Dialect.ORACLE;
    }

    boolean isSqlServer() {
        return dialect == Dialect.SQL_SERVER;
    }

    boolean startsWord(char c) {
        return c < ASCII ? wordStarts[c] : wideWordPart(c) != 0;
    }

    /** Moves {@code cursor} past the word at {@code start} and returns the hash of its lower-cased characters. */
    long word(Cursor cursor, int start) {
        // All in local variables: this loop sees most characters of a text.
        char[] characters = cursor.characters();
        char[] parts = wordParts;
        int limit = cursor.limit();
        long hash = Hash.SEED;
        int i = start;
        for (; i < limit; i++) {
            char c = characters[i];
            char part = c < ASCII ? parts[c] : wideWordPart(c);
            if (part == 0) {
                break;
            }
            hash = Hash.step(hash, part);
        }
        cursor.moveTo(i);
        return hash;
    }

    /** The lower case of {@code c} if a word may contain it, otherwise 0. */
    char wordPart(char c) {
        return c < ASCII ? wordParts[c] : wideWordPart(c);
    }

    private static char wideWordPart(char c) {
        if (isBlank(c) || c == ELLIPSIS) {
            return 0;
        }
        char lower = Character.toLowerCase(c);
        // The Kelvin sign must not turn a name into a keyword.
        return lower < ASCII ? c : lower;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether {@code c} is white space: control characters and the spaces of Unicode count, as editors and chats paste them. */
    static boolean isBlank(char c) {
        if (c < ASCII) {
            return c <= ' ' || c == 0x7F;
        }
        return Character.isSpaceChar(c) || c == BYTE_ORDER_MARK || c == NEXT_LINE;
    }

    /** Whether some quoted identifiers mean the same as the unquoted word. */
    boolean foldsQuoted() {
        return isPostgres() || isOracle() || dialect == Dialect.H2;
    }

    /**
     * Whether a quoted identifier of {@code letter}s means the same as the unquoted word: names fold to lower case in PostgreSQL,
     * to upper case in H2 and Oracle.
     */
    boolean foldsTo(char letter) {
        return switch (dialect) {
            case POSTGRESQL -> letter >= 'a' && letter <= 'z';
            case H2, ORACLE -> letter >= 'A' && letter <= 'Z';
            default -> false;
        };
    }
}
