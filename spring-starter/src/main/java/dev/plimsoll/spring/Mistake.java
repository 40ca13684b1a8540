package dev.plimsoll.spring;

/** Something in the configuration is wrong, in a person's words. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param description what is wrong, naming the property, its value and where it stands
     * @param action what to do
     */
    Mistake(String description, String action) {
        super(description);
        this.action = action;
    }

    Mistake(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
