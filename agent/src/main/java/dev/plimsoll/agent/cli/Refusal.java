package dev.plimsoll.agent.cli;

/** Why a command was not carried out, or not to its end, as one sentence for the person who gave it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    /** The command itself is wrong. */
    static Refusal usage(String sentence) {
        return new Refusal(CommandLine.WRONG_USAGE, sentence);
    }

    /** The command is right, but cannot be carried out on that JVM. */
    static Refusal of(String sentence) {
        return new Refusal(CommandLine.REFUSED, sentence);
    }

    /** It was carried out until somebody else ended it. */
    static Refusal ended(String sentence) {
        return new Refusal(0, sentence);
    }

    int exitCode() {
        return exitCode;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
