package dev.plimsoll.work;

import dev.plimsoll.sql.Slot;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.ObservedStatement.Values;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values that one statement was executed with at one call site, as hashes. Guarded by the lock of its ledger. */
final class ValueTally {
    /** Value vectors kept to count different ones. */
    static final int MAX_VECTORS = 1_024;
    /** Shorter IN lists are not worth counting their different elements. */
    static final int LONG_IN_LIST = 15;

    private static final int MAX_COMPARED_VALUES = 16;
    private static final int MAX_SAMPLED_VALUES = 8;
    private static final int FIRST_SAMPLED_EXECUTIONS = 4;
    private static final int MAX_SAMPLED_EXECUTIONS = 64;
    private static final long[] NONE = {};
    private static final long[][] NO_SAMPLES = {};

    private int executions;
    private long firstVector;
    private long[] firstValues = NONE;
    private @Nullable LongSet vectors;
    private int varying;
    private long[][] sampled = NO_SAMPLES;
    /** 0 until the second execution: the first one's values are known anyway. */
    private int sampledExecutions;

    private long elements;
    private int maxElements;
    private int longestList;
    private long longestRepeats;

    /** Adds the values of one execution; most statements run only once, which must stay cheap. */
    void add(SqlFacts facts, @Nullable Binds binds) {
        long vector = binds == null ? facts.literalsHash() : ValueHash.append(binds.vector(), facts.literalsHash());
        int values = Math.min(facts.valueCount(), MAX_COMPARED_VALUES);
        if (executions++ == 0) {
            firstVector = vector;
            firstValues = hashes(facts, binds, values);
        } else {
            vectors().add(vector);
            compare(facts, binds, values);
            sample(facts, binds);
        }
        Slot list = facts.largestIn();
        if (list != null) {
            addList(facts, binds, list);
        }
    }

    private LongSet vectors() {
        LongSet known = vectors;
        if (known == null) {
            known = new LongSet(MAX_VECTORS);
            known.add(firstVector);
            vectors = known;
        }
        return known;
    }

    private static long[] hashes(SqlFacts facts, @Nullable Binds binds, int values) {
        if (values == 0) {
            return NONE;
        }
        long[] hashes = new long[values];
        for (int i = 0; i < values; i++) {
            hashes[i] = hash(facts, binds, i);
        }
        return hashes;
    }

    private void compare(SqlFacts facts, @Nullable Binds binds, int values) {
        if (varying == (1 << firstValues.length) - 1) {
            return; // nothing more can vary
        }
        for (int i = 0; i < Math.min(values, firstValues.length); i++) {
            if (firstValues[i] != hash(facts, binds, i)) {
                varying |= 1 << i;
            }
        }
    }

    private void sample(SqlFacts facts, @Nullable Binds binds) {
        if (sampledExecutions >= MAX_SAMPLED_EXECUTIONS) {
            return;
        }
        if (sampledExecutions == 0) {
            sampled = firstSamples(FIRST_SAMPLED_EXECUTIONS);
            sampledExecutions = 1;
        }
        for (int i = 0; i < sampled.length; i++) {
            if (sampledExecutions == sampled[i].length) {
                sampled[i] = Arrays.copyOf(sampled[i], sampled[i].length * 4);
            }
            sampled[i][sampledExecutions] = i < facts.valueCount() ? hash(facts, binds, i) : 0;
        }
        sampledExecutions++;
    }

    /** The values of the first execution, with room for more. */
    private long[][] firstSamples(int room) {
        long[][] samples = new long[Math.min(firstValues.length, MAX_SAMPLED_VALUES)][room];
        for (int i = 0; i < samples.length; i++) {
            samples[i][0] = firstValues[i];
        }
        return samples;
    }

    private void addList(SqlFacts facts, @Nullable Binds binds, Slot list) {
        int count = list.count();
        elements += count;
        if (count < longestList) {
            return;
        }
        longestRepeats = count == longestList ? longestRepeats + 1 : 1;
        longestList = count;
        maxElements = Math.max(maxElements, count < LONG_IN_LIST ? count : distinct(facts, binds, list));
    }

    private static int distinct(SqlFacts facts, @Nullable Binds binds, Slot list) {
        LongSet different = new LongSet(Integer.MAX_VALUE);
        int unknown = 0;
        for (int i = list.first(); i < list.first() + list.count(); i++) {
            long hash = hash(facts, binds, i);
            if (hash == 0) {
                unknown++;
            } else {
                different.add(hash);
            }
        }
        return different.size() + unknown;
    }

    private static long hash(SqlFacts facts, @Nullable Binds binds, int value) {
        int parameter = facts.parameterOf(value);
        if (parameter == 0) {
            return facts.literalHash(value);
        }
        return binds == null ? 0 : binds.hash(parameter);
    }

    /** Different elements of the longest IN list. */
    int maxElements() {
        return maxElements;
    }

    Values observed() {
        long[] all = vectors != null ? vectors.toArray() : executions == 0 ? NONE : new long[] {firstVector};
        return new Values(all.length, all, varying, observedSamples(), elements, maxElements, longestRepeats);
    }

    private long[][] observedSamples() {
        if (sampledExecutions == 0) {
            return firstSamples(Math.min(executions, 1));
        }
        long[][] copies = sampled.clone();
        for (int i = 0; i < copies.length; i++) {
            copies[i] = Arrays.copyOf(sampled[i], sampledExecutions);
        }
        return copies;
    }
}
