package dev.plimsoll.config;

/** An option or URL is wrong. The message is one sentence that names the option, its value and what is legal; never a password. */
public final class InvalidOptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidOptionException(String message) {
        super(message);
    }
}
