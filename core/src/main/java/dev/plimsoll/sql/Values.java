package dev.plimsoll.sql;

import java.util.Arrays;

/**
 * The values of one text while it is read. Each value belongs to a site of the shape: a {@code ?} there; all elements of a folded
 * list belong to one site, and the rows of VALUES to the sites of the first row. Reusable, for one thread at a time.
 */
final class Values {
    private static final int INITIAL = 64;
    private static final int KEPT = 16_384;
    private static final int CHARACTERS_PER_VALUE = 4;

    private long[] hashes = new long[INITIAL];
    private long[] numbers = new long[INITIAL];
    private int[] parameters = new int[INITIAL];
    private int[] sites = new int[INITIAL];
    private int count;
    private int nextSite;
    private int nextParameter;
    private int parameterCount;
    private int literalCount;
    private long literalsHash;
    private int rows;
    private boolean folded;
    private boolean inOrder;

    /** Begins with a text of {@code length} characters. */
    void reset(int length) {
        int expected = length / CHARACTERS_PER_VALUE;
        if (expected > hashes.length) {
            resize(expected);
        } else if (hashes.length > KEPT) {
            resize(INITIAL);
        }
        count = 0;
        nextSite = 0;
        nextParameter = 1;
        parameterCount = 0;
        literalCount = 0;
        literalsHash = 0;
        rows = 0;
        folded = false;
        inOrder = true;
    }

    /** Takes {@code token} as a JDBC parameter or as a literal. */
    void add(Token token) {
        if (token.parameter() != 0) {
            addParameter(token.parameter());
        } else {
            addLiteral(Hash.finishNonZero(token.number() < 0 ? token.hash() : token.number()), token.number());
        }
    }

    private void addParameter(int declared) {
        int parameter = declared > 0 ? declared : nextParameter++;
        parameterCount = Math.max(parameterCount, parameter);
        inOrder &= parameter == count + 1;
        put(parameter, 0, -1);
    }

    void addLiteral(long hash, long number) {
        literalCount++;
        literalsHash = Hash.combine(literalsHash, hash);
        put(0, hash, number);
    }

    private void put(int parameter, long hash, long number) {
        if (count == hashes.length) {
            resize(count * 2);
        }
        parameters[count] = parameter;
        hashes[count] = hash;
        numbers[count] = number;
        sites[count] = nextSite++;
        count++;
    }

    private void resize(int length) {
        hashes = Arrays.copyOf(hashes, length);
        numbers = Arrays.copyOf(numbers, length);
        parameters = Arrays.copyOf(parameters, length);
        sites = Arrays.copyOf(sites, length);
    }

    int count() {
        return count;
    }

    int nextSite() {
        return nextSite;
    }

    /** The values from {@code first} on are a list whose elements have {@code width} values each, at the sites from {@code site} on. */
    void foldList(int first, int site, int width) {
        for (int i = first; i < count; i++) {
            sites[i] = site + (i - first) % width;
        }
        folded |= nextSite != site + width;
        nextSite = site + width;
    }

    /** The values from {@code first} on are a row at the same {@code width} sites as the row before. */
    void foldRow(int first, int width) {
        for (int i = first; i < count; i++) {
            sites[i] -= width;
        }
        folded = true;
        nextSite -= width;
    }

    /** VALUES lists so many rows. */
    void rows(int listed) {
        rows = Math.max(rows, listed);
    }

    int rows() {
        return rows;
    }

    int parameterCount() {
        return parameterCount;
    }

    int literalCount() {
        return literalCount;
    }

    long literalsHash() {
        return literalCount == 0 ? 0 : Hash.finishNonZero(literalsHash);
    }

    /** Whether value i is the JDBC parameter i + 1 throughout. */
    boolean isInOrder() {
        return inOrder && literalCount == 0;
    }

    /** Whether some value's number differs from that of its site. */
    boolean isFolded() {
        return folded;
    }

    int[] sites() {
        return Arrays.copyOf(sites, count);
    }

    int[] parameters() {
        return Arrays.copyOf(parameters, count);
    }

    /** The hashes of at most {@code most} values: 0 for a parameter. */
    long[] hashes(int most) {
        return Arrays.copyOf(hashes, Math.min(count, most));
    }

    /** The first value at {@code site}, or -1. */
    int valueAt(int site) {
        if (!folded) {
            return site < count ? site : -1;
        }
        int i = count - 1;
        while (i >= 0 && sites[i] != site) {
            i--;
        }
        return i;
    }

    int parameterOf(int value) {
        return parameters[value];
    }

    /** The literal {@code value} if it is a whole number without a sign, otherwise -1. */
    long numberOf(int value) {
        return numbers[value];
    }
}
