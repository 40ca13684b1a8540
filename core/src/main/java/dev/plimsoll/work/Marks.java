package dev.plimsoll.work;

import java.util.ArrayList;
import java.util.List;

/** The marks of a timeline, packed: six numbers each. Immutable. */
public final class Marks {
    static final int WIDTH = 6;
    static final int KIND_BITS = 8;
    static final int OFFSET = 1;
    static final int NANOS = 2;
    static final int TIMES = 3;
    static final int ROWS = 4;
    static final int TRANSACTION = 5;

    private final long[] numbers;
    private final long omitted;

    /** @param numbers not changed any more */
    Marks(long[] numbers, long omitted) {
        this.numbers = numbers;
        this.omitted = omitted;
    }

    public int size() {
        return numbers.length / WIDTH;
    }

    /** What they take of memory. */
    public long bytes() {
        return 40 + (long) Long.BYTES * numbers.length;
    }

    /** Executions that are not among the marks because there was no room. */
    public long omitted() {
        return omitted;
    }

    /** Unpacked, in the order in which they ended. */
    public List<Mark> toList() {
        List<Mark> marks = new ArrayList<>(size());
        for (int i = 0; i < numbers.length; i += WIDTH) {
            marks.add(new Mark(
                    Mark.Kind.of((int) (numbers[i] & ((1 << KIND_BITS) - 1))),
                    (int) (numbers[i] >> KIND_BITS),
                    numbers[i + TRANSACTION],
                    numbers[i + OFFSET],
                    numbers[i + NANOS],
                    numbers[i + TIMES],
                    numbers[i + ROWS]));
        }
        return marks;
    }
}
