package dev.plimsoll.detect;

import java.util.List;

/** The detectors and watches that come with Plimsoll, sorted by kind. */
public final class Detectors {
    private static final List<Detector> DETECTORS = List.of(
            new CommitPerSave(),
            new DeepOffset(),
            new FetchSizeIgnored(),
            new IndependentQueries(),
            new LimitWithoutOrder(),
            new NPlusOne(),
            new OversizedInList(),
            new ReadOnPrimary(),
            new RedundantQuery(),
            new ReplicasUnused(),
            new RowByRowWrite(),
            new UnboundedResult());

    private static final List<Watch> WATCHES =
            List.of(new IdleInTransaction(), new LongTransaction(), new TransactionLeftOpen());

    private Detectors() {}

    /** What is looked for in units of work. */
    public static List<Detector> detectors() {
        return DETECTORS;
    }

    /** What is looked for in transactions while they are open. */
    public static List<Watch> watches() {
        return WATCHES;
    }
}
