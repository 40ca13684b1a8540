package dev.plimsoll.route;

/** A causal token that is not accepted: the caller may go on without it, and the reader may miss what the token stood for. */
public final class InvalidTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a token is refused. */
    public enum Reason {
        /** It is not a token. */
        MALFORMED("it is not a token of this version"),
        /** Its signature does not fit, or nobody here knows the key. */
        FORGED("its signature does not fit any key known here"),
        /** It was made for somebody else. */
        WRONG_AUDIENCE("it was made for another audience"),
        /** It is too old, or from the future. */
        EXPIRED("it is too old, or was signed in the future"),
        /** It demands what the primary is far from having written. */
        IMPLAUSIBLE("it demands a position that the primary is far from"),
        /** It tells of another database. */
        OTHER_CLUSTER("it was made by another cluster");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;

    InvalidTokenException(Reason reason) {
        super("The causal token is refused: " + reason.sentence + ".");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
