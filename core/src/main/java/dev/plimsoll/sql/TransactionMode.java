package dev.plimsoll.sql;

/** What BEGIN, START TRANSACTION or SET TRANSACTION says of the transaction. */
public enum TransactionMode {
    /** Not said, or the text is none of these. */
    UNSTATED,
    /** Declared to write nothing, at a level that a standby offers. */
    READ_ONLY,
    READ_WRITE,
    /** SERIALIZABLE, which no standby offers. */
    SERIALIZABLE;

    static TransactionMode of(Statement statement) {
        Tokens tokens = statement.tokens();
        int main = statement.main();
        boolean sets = statement.is(main, Keyword.SET) && statement.is(main + 1, Keyword.TRANSACTION);
        if (statement.verb() != Verb.BEGIN && !sets) {
            return UNSTATED;
        }
        TransactionMode mode = UNSTATED;
        for (int i = main + 1; i < statement.to(); i++) {
            if (tokens.hasText(i, "serializable")) {
                return SERIALIZABLE;
            }
            if (tokens.is(i - 1, Keyword.READ) && tokens.hasText(i, "write")) {
                mode = READ_WRITE;
            } else if (tokens.is(i - 1, Keyword.READ) && tokens.is(i, Keyword.ONLY)) {
                mode = READ_ONLY;
            }
        }
        return mode;
    }
}
