package dev.plimsoll.agent.cli;

/**
 * How an agent's answer is written on the socket: a line {@code ok} or {@code error <sentence>}; then lines of which the first
 * character says what the rest is.
 */
final class Reply {
    static final String OK = "ok";
    static final String ERROR = "error ";

    /** A line of the answer. */
    static final char TEXT = '|';
    /** Nothing new; written now and then, for the agent to notice when nobody listens any more. */
    static final char ALIVE = '~';
    /** The answer is complete, and why, if that is not plain. */
    static final char END = '.';

    private Reply() {}
}
