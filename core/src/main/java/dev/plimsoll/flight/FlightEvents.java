package dev.plimsoll.flight;

import java.util.List;

/** Writes into the recordings of Java Flight Recorder that run. Safe for use by many threads; no method throws or blocks. */
public final class FlightEvents {
    /** Another node, or the same on another timeline, takes the writes from now on. */
    public static final String PROMOTION = "dev.plimsoll.Promotion";

    /** Connections of a node work, or fail, from now on. */
    public static final String NODE = "dev.plimsoll.Node";

    /** A transaction has ended that was open for as long as {@code plimsoll.long-transaction.age} says, or longer. */
    public static final String LONG_TRANSACTION = "dev.plimsoll.LongTransaction";

    private static final boolean POSSIBLE = isPossible();

    private FlightEvents() {}

    private static boolean isPossible() {
        try {
            Class.forName("jdk.jfr.Event", false, FlightEvents.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // a runtime image without jdk.jfr
        }
    }

    /**
     * Another primary.
     *
     * @param timeline 0 where the database tells none
     */
    public static void promoted(String node, int timeline) {
        if (POSSIBLE) {
            PromotionEvent.of(node, timeline);
        }
    }

    /** The node gets statements from now on. */
    public static void nodeUp(String node) {
        if (POSSIBLE) {
            NodeEvent.of(node, "up");
        }
    }

    /** The node gets no reads until its poller reaches it again. */
    public static void nodeDown(String node) {
        if (POSSIBLE) {
            NodeEvent.of(node, "down");
        }
    }

    /**
     * A long transaction has ended.
     *
     * @param outcome how, in one word
     * @param ageNanos since its first statement began
     * @param longestIdleNanos the longest time that it was open without a statement, as far as it was seen
     * @param tables that it has written
     */
    public static void transactionEnded(
            String unit,
            String outcome,
            long ageNanos,
            long longestIdleNanos,
            long statements,
            String lastShape,
            List<String> tables) {
        if (POSSIBLE) {
            LongTransactionEvent.of(unit, outcome, ageNanos, longestIdleNanos, statements, lastShape, tables);
        }
    }
}
