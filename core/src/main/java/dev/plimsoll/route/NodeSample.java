package dev.plimsoll.route;

/** What a node said of itself. Times are readings of {@link System#nanoTime()}, taken around the question. */
public sealed interface NodeSample permits PrimarySample, StandbySample {
    /** Before the node was asked: whatever was acknowledged before, the answer covers. */
    long startedAt();

    /** After the node had answered. */
    long endedAt();

    Epoch epoch();

    /** Differs between two starts of the server: what it had replayed before a crash, it may not have replayed after. */
    long incarnation();
}
