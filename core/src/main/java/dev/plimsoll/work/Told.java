package dev.plimsoll.work;

/** What a bookkeeper was told of a tally, and the longest execution; only where there is one, and the tally has more to it. */
final class Told {
    private long longest;
    private long executions;
    private long failures;
    private long elapsed;
    private long rows;
    private long batches;
    private long batchedRows;

    Told(long longest) {
        this.longest = longest;
    }

    void lasted(long nanos) {
        longest = Math.max(longest, nanos);
    }

    /** Tells all of a tally of which nothing was told before. */
    static void tellAll(Bookkeeper keeper, Tally tally, long longest) {
        keeper.executed(
                tally.shape.facts,
                tally.shape.schema,
                tally.siteOrNull(),
                tally.executions,
                tally.failures,
                tally.elapsed,
                longest,
                tally.rows,
                tally.batches,
                tally.batchedRows);
    }

    /** Tells what came after what was told before. */
    void tell(Bookkeeper keeper, Tally tally) {
        if (tally.executions == executions && tally.failures == failures && tally.rows == rows) {
            return;
        }
        keeper.executed(
                tally.shape.facts,
                tally.shape.schema,
                tally.siteOrNull(),
                tally.executions - executions,
                tally.failures - failures,
                tally.elapsed - elapsed,
                longest,
                tally.rows - rows,
                tally.batches - batches,
                tally.batchedRows - batchedRows);
        executions = tally.executions;
        failures = tally.failures;
        elapsed = tally.elapsed;
        rows = tally.rows;
        batches = tally.batches;
        batchedRows = tally.batchedRows;
    }
}
