package dev.plimsoll.work;

import java.util.Arrays;
import java.util.List;

/**
 * What a unit does, as it happens. Once full, neighbours of the same statement are folded into one, so that a long loop still shows from
 * its beginning to its end; where that gains nothing, what follows is only counted. Guarded by the lock of its ledger.
 */
final class Timeline {
    private static final int FIRST_MARKS = 4;
    /** A fold that leaves more marks than this is not worth another. */
    private static final int WORTH_FOLDING = ObservedTimeline.MAX_MARKS * 3 / 4;

    private final long startedAt;
    private long[] numbers = new long[FIRST_MARKS * Marks.WIDTH];
    private int end;
    private long omitted;

    Timeline(long startedAt) {
        this.startedAt = startedAt;
    }

    /**
     * @param statement number of the statement in its unit, or -1
     * @param transaction its identity, or 0 in autocommit
     */
    void add(Mark.Kind kind, int statement, long transaction, long from, long to) {
        if (omitted > 0 || !hasRoom()) {
            omitted += statement < 0 ? 0 : 1;
            return;
        }
        if (end == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.min(2 * end, ObservedTimeline.MAX_MARKS * Marks.WIDTH));
        }
        numbers[end] = (long) statement << Marks.KIND_BITS | kind.code;
        numbers[end + Marks.OFFSET] = from - startedAt;
        numbers[end + Marks.NANOS] = to - from;
        numbers[end + Marks.TIMES] = 1;
        numbers[end + Marks.ROWS] = 0;
        numbers[end + Marks.TRANSACTION] = transaction;
        end += Marks.WIDTH;
    }

    /** Rows of the last execution of a statement were read or written. */
    void rows(int statement, long count) {
        for (int i = end - Marks.WIDTH; i >= 0; i -= Marks.WIDTH) {
            if (numbers[i] >> Marks.KIND_BITS == statement) {
                numbers[i + Marks.ROWS] += count;
                return;
            }
        }
    }

    private boolean hasRoom() {
        if (end < ObservedTimeline.MAX_MARKS * Marks.WIDTH) {
            return true;
        }
        fold();
        return end <= WORTH_FOLDING * Marks.WIDTH;
    }

    private void fold() {
        int kept = 0;
        boolean single = false;
        for (int i = 0; i < end; i += Marks.WIDTH) {
            if (single && isSame(kept - Marks.WIDTH, i)) {
                merge(kept - Marks.WIDTH, i);
                single = false;
            } else {
                System.arraycopy(numbers, i, numbers, kept, Marks.WIDTH);
                kept += Marks.WIDTH;
                single = numbers[i] >= 0;
            }
        }
        end = kept;
    }

    /** Of the same statement, with the same outcome, in the same transaction. */
    private boolean isSame(int one, int other) {
        return numbers[one] == numbers[other] && numbers[one + Marks.TRANSACTION] == numbers[other + Marks.TRANSACTION];
    }

    private void merge(int into, int from) {
        long last = Math.max(
                numbers[into + Marks.OFFSET] + numbers[into + Marks.NANOS],
                numbers[from + Marks.OFFSET] + numbers[from + Marks.NANOS]);
        numbers[into + Marks.NANOS] = last - numbers[into + Marks.OFFSET];
        numbers[into + Marks.TIMES] += numbers[from + Marks.TIMES];
        numbers[into + Marks.ROWS] += numbers[from + Marks.ROWS];
    }

    /**
     * Marks whose statements are numbered anew, without those that do not appear.
     *
     * @param shapes of the unit, by number
     * @param statements is given the statements that do appear
     */
    Marks marks(List<ShapeTally> shapes, List<ObservedTimeline.Statement> statements) {
        long[] marks = Arrays.copyOf(numbers, end);
        int[] indexes = new int[shapes.size()];
        for (int i = 0; i < end; i += Marks.WIDTH) {
            int statement = (int) (marks[i] >> Marks.KIND_BITS);
            if (statement >= 0) {
                if (indexes[statement] == 0) {
                    ShapeTally shape = shapes.get(statement);
                    statements.add(new ObservedTimeline.Statement(shape.facts, shape.first.site()));
                    indexes[statement] = statements.size();
                }
                long kind = marks[i] & ((1 << Marks.KIND_BITS) - 1);
                marks[i] = (indexes[statement] - 1L) << Marks.KIND_BITS | kind;
            }
        }
        return new Marks(marks, omitted);
    }
}
