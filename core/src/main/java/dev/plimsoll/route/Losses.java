package dev.plimsoll.route;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acknowledged writes that a promotion may have lost: each suspicion is counted and told. Safe for use by many threads. */
final class Losses {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.route");

    private final LongAdder suspicions = new LongAdder();
    /** The furthest position of a commit that was told by the commit itself, on the present timeline. */
    private final LongAccumulator acknowledged = new LongAccumulator(Math::max, 0);

    /** A commit was acknowledged that lies before {@code position}. */
    void acknowledged(long position) {
        acknowledged.accumulate(position);
    }

    void suspected(String why) {
        suspicions.increment();
        LOG.warn("acknowledged writes may have been lost: {}", why);
    }

    /** Another primary leads; {@code unresolved} readers wrote, and nobody knows where. */
    void promoted(Topology before, Topology now, int unresolved) {
        long fork = now.forkedAt();
        long reached = Math.max(before.flushed(), acknowledged.getThenReset());
        if (now.forks().isEmpty()) {
            suspected("the primary belongs to another cluster now");
        } else if (fork == 0) {
            suspected("nobody knows where the promotion left the timeline before");
        } else if (reached > fork) {
            suspected("the promotion lost at least " + (reached - fork) + " bytes of the log");
        } else if (unresolved > 0) {
            suspected(unresolved + " readers wrote shortly before the promotion");
        }
    }

    long count() {
        return suspicions.sum();
    }
}
