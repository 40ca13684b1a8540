package dev.plimsoll.sql;

/** The 64-bit hashing of characters, tokens, literals and bound values: streamed, so that no text is ever cut before it is hashed. */
public final class Hash {
    static final long SEED = 0xCBF29CE484222325L;

    private static final long CHARACTER_PRIME = 0x100000001B3L;
    private static final long TOKEN_PRIME = 0x9FB21C651E98DF25L;

    private Hash() {}

    /** Adds one character to the hash of a token (FNV-1a). */
    static long step(long hash, char character) {
        return (hash ^ character) * CHARACTER_PRIME;
    }

    /** Adds one token to the hash of a sequence. */
    static long combine(long hash, long token) {
        return (Long.rotateLeft(hash, 29) ^ token) * TOKEN_PRIME;
    }

    /** Spreads every bit of {@code hash} over all others (the finalizer of MurmurHash3). */
    public static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    /** Like {@link #finish}, but never 0, which stands for "none". */
    public static long finishNonZero(long hash) {
        long mixed = finish(hash);
        return mixed == 0 ? 1 : mixed;
    }

    static long of(String text, int from, int to) {
        long hash = SEED;
        for (int i = from; i < to; i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    static long of(String text) {
        return of(text, 0, text.length());
    }
}
