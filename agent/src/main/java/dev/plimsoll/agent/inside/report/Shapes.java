package dev.plimsoll.agent.inside.report;

/** Statements, as long as people read them. */
final class Shapes {
    private static final int SHOWN = 300;

    private Shapes() {}

    static String shortened(String shape) {
        return shape.length() <= SHOWN ? shape : shape.substring(0, SHOWN) + " …";
    }
}
