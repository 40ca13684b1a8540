package dev.plimsoll.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one SQL text says, read once by {@link SqlAnalyzer}. Immutable and safe for use by many threads. Texts that differ only in
 * literals, comments, white space, parameter style or the length of their lists have the same {@link #fingerprint()} and
 * {@link #shape()}; what differs between them ({@link #literalsHash()}, {@link #slots()}, {@link #limit()}) does not.
 */
public interface SqlFacts {

    /** 64 bits of hash over every token of the shape, never over a cut text. */
    long fingerprint();

    /** The normalised text that people read, without any literal; at most 4,096 characters, then cut and ended by an ellipsis. */
    String shape();

    Verb verb();

    AccessClass access();

    /** Whether the text changes rows anywhere, also inside WITH. */
    boolean writes();

    /** Tables named in the text in order of appearance, without duplicates, as written but lower-cased unless quoted. */
    List<String> tables();

    /** Functions called in the text, lower-cased, without duplicates. */
    List<String> functions();

    /**
     * Whether the text does work that an application could have avoided by asking otherwise: false for validation queries
     * ({@code select 1}), sequence calls, id retrieval, FETCH from a cursor, transaction control and session settings.
     */
    boolean isWork();

    /** Number of JDBC parameters. */
    int parameterCount();

    /** Roles of all values of the text, in order; empty if it has none. */
    List<Slot> slots();

    /** Number of values, parameters and literals together. */
    int valueCount();

    /** The JDBC parameter (from 1) that supplies value {@code value}, or 0 if that value is a literal. */
    int parameterOf(int value);

    /** Hash of literal {@code value}; 0 if that value is a parameter or lies beyond the first 2,048 values. */
    long literalHash(int value);

    /** Hash of all literals of the text in order; 0 if it has none. */
    long literalsHash();

    /** The largest IN list of the text, or null. */
    @Nullable
    Slot largestIn();

    /** Row count of the outermost LIMIT, FETCH or TOP; null if there is none or it is ALL. */
    @Nullable
    RowCount limit();

    /** Rows that the outermost OFFSET skips; null if there is none. */
    @Nullable
    RowCount offset();

    /** Whether the outermost query block is ordered by something that is not constant. */
    boolean ordered();

    LimitOrder limitOrder();

    /** Number of statements in the text. */
    int statements();

    /** The schema that the text switches its session to, for SET SCHEMA, SET search_path and USE; otherwise null. */
    @Nullable
    String switchedSchema();

    /** Whether the text could not be read to its end (an unterminated string or comment). */
    boolean partial();

    /**
     * A number of rows in a LIMIT or OFFSET.
     *
     * @param parameter the JDBC parameter (from 1) that supplies it, or 0 if it is a literal
     * @param literal its value if it is a literal; otherwise 0
     */
    record RowCount(int parameter, long literal) {}
}
