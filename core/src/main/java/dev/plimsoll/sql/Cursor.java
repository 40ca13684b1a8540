package dev.plimsoll.sql;

/** A position in a text, which it never leaves; the text may be narrowed for a while to a comment that is read like SQL. */
final class Cursor {
    private static final int INITIAL = 256;
    private static final int KEPT = 16_384;

    private final LexicalRules rules;
    private String text = "";
    /** A copy of the text, which is quicker to walk through than the text itself. */
    private char[] characters = new char[INITIAL];

    private int position;
    private int limit;
    private boolean narrowed;

    Cursor(LexicalRules rules) {
        this.rules = rules;
    }

    void reset(String newText) {
        text = newText;
        position = 0;
        limit = newText.length();
        narrowed = false;
        if (limit > characters.length || characters.length > KEPT) {
            characters = new char[Math.max(limit, INITIAL)];
        }
        newText.getChars(0, limit, characters, 0);
    }

    String text() {
        return text;
    }

    char[] characters() {
        return characters;
    }

    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    /** Whether the text is narrowed to a hint. */
    boolean isNarrowed() {
        return narrowed;
    }

    /** Moves to the content of a hint, which then is all there is until {@link #leaveHint}. */
    void enterHint(int content, int hintEnd) {
        position = content;
        limit = narrowed ? limit : hintEnd;
        narrowed = true;
    }

    void leaveHint() {
        position = text.startsWith("*/", limit) ? limit + 2 : limit;
        limit = text.length();
        narrowed = false;
    }

    /** The end of the content of the hint that begins here, or -1 if it has none. */
    int hintEnd() {
        if (isLineHint()) {
            return lineEnd(position);
        }
        int hintEnd = text.indexOf("*/", position + 3);
        return hintEnd > limit ? -1 : hintEnd;
    }

    /** The index after the opening of an executable comment and the version that it is for. */
    int afterVersion() {
        int i = text.indexOf('!', position) + 1;
        while (LexicalRules.isDigit(at(i))) {
            i++;
        }
        return i;
    }

    /** The hash of the characters from {@code from} to here. */
    long hash(int from) {
        long hash = Hash.SEED;
        for (int i = from; i < position; i++) {
            hash = Hash.step(hash, characters[i]);
        }
        return hash;
    }

    void moveTo(int newPosition) {
        position = Math.min(newPosition, limit);
    }

    /** The character at {@code index}, or NUL beyond the end. */
    char at(int index) {
        return index < limit ? characters[index] : '\0';
    }

    /** The index of the first character at or after {@code from} that is not white space. */
    int afterBlanks(int from) {
        int i = from;
        while (i < limit && LexicalRules.isBlank(characters[i])) {
            i++;
        }
        return i;
    }

    /** Moves past white space and comments, but not past hints; false if the text breaks off inside a comment. */
    boolean skipBlanks() {
        while (true) {
            position = afterBlanks(position);
            int end = mayBeginComment(at(position)) ? commentEnd() : position;
            if (end <= position) {
                return end == position;
            }
            position = end;
        }
    }

    private static boolean mayBeginComment(char c) {
        return c == '-' || c == '/' || c == '#';
    }

    /** The end of the comment that begins here; the position itself if none does; -1 if it has no end. */
    private int commentEnd() {
        char first = at(position);
        if (first == '-' && at(position + 1) == '-') {
            return isDashComment() ? lineEnd(position) : position;
        }
        if (first == '/' && at(position + 1) == '*') {
            return isHint() ? position : blockEnd();
        }
        return first == '#' && rules.isMySql() ? lineEnd(position) : position;
    }

    private boolean isDashComment() {
        if (rules.isMySql()) {
            return position + 2 >= limit || LexicalRules.isBlank(characters[position + 2]);
        }
        return !isLineHint();
    }

    /** Whether an Oracle hint of the form {@code --+} begins here. */
    boolean isLineHint() {
        return rules.isOracle() && at(position) == '-' && at(position + 1) == '-' && at(position + 2) == '+';
    }

    /** Whether a comment begins here that is not to be dropped. */
    boolean isHint() {
        return at(position) == '/' && at(position + 1) == '*' && (at(position + 2) == '+' || isExecutable());
    }

    /** Whether a comment begins here that MySQL or MariaDB executes. */
    boolean isExecutable() {
        return rules.isMySql()
                && at(position) == '/'
                && (at(position + 2) == '!' || (at(position + 2) == 'M' && at(position + 3) == '!'));
    }

    int lineEnd(int from) {
        int i = from;
        while (i < limit && characters[i] != '\n' && characters[i] != '\r') {
            i++;
        }
        return i;
    }

    private int blockEnd() {
        int depth = 1;
        for (int i = position + 2; i + 1 < limit; i++) {
            char c = characters[i];
            if (c == '*' && characters[i + 1] == '/') {
                depth--;
                i++;
            } else if (rules.nestedComments && c == '/' && characters[i + 1] == '*') {
                depth++;
                i++;
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
