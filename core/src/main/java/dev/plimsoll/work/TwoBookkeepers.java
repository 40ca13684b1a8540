package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import org.jspecify.annotations.Nullable;

/** Tells one bookkeeper, then another. */
record TwoBookkeepers(Bookkeeper first, Bookkeeper second) implements Bookkeeper {

    @Override
    public void executed(
            SqlFacts facts,
            String schema,
            @Nullable CallSite callSite,
            long executions,
            long failures,
            long nanos,
            long longestNanos,
            long rows,
            long batches,
            long batchedRows) {
        first.executed(facts, schema, callSite, executions, failures, nanos, longestNanos, rows, batches, batchedRows);
        second.executed(facts, schema, callSite, executions, failures, nanos, longestNanos, rows, batches, batchedRows);
    }

    @Override
    public void dropped(long nanos) {
        first.dropped(nanos);
        second.dropped(nanos);
    }

    @Override
    public void transactionEnded(Mark.Kind how, long nanos) {
        first.transactionEnded(how, nanos);
        second.transactionEnded(how, nanos);
    }

    @Override
    public boolean wantsTimelines() {
        return first.wantsTimelines() || second.wantsTimelines();
    }

    @Override
    public void ended(ObservedTimeline unit) {
        first.ended(unit);
        second.ended(unit);
    }
}
