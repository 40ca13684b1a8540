package dev.plimsoll.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one SQL text says, read once by {@link SqlAnalyzer}. Immutable and safe for use by many threads. Texts that differ only in
 * literals, comments, white space, parameter style or the length of their lists have the same {@link #fingerprint()} and
 * {@link #shape()}; what differs between them ({@link #literalsHash()}, {@link #slots()}, {@link #limit()}) does not.
 */
public final class SqlFacts {
    private static final int MOST_LITERAL_HASHES = 2_048;

    private final Outline outline;
    private final int valueCount;
    private final int parameterCount;
    private final int rows;
    private final long literalsHash;

    /** Null if the text has no literal. */
    private final long @Nullable [] literalHashes;

    /** Null unless parameters and literals are mixed, or parameters are numbered: otherwise the order says it all. */
    private final int @Nullable [] parameters;

    /** The site of each value; null if value i is at site i. */
    private final int @Nullable [] sites;

    private final @Nullable Slot largestIn;
    private final @Nullable RowCount limit;
    private final @Nullable RowCount offset;
    private final LimitOrder limitOrder;
    private final @Nullable String switchedSchema;
    private final @Nullable Setting setting;

    SqlFacts(Outline outline, Values values, @Nullable String switchedSchema, @Nullable Setting setting) {
        this.outline = outline;
        this.setting = setting;
        this.switchedSchema = switchedSchema;
        valueCount = values.count();
        parameterCount = values.parameterCount();
        rows = values.rows();
        literalsHash = values.literalsHash();
        literalHashes = values.literalCount() == 0 ? null : values.hashes(MOST_LITERAL_HASHES);
        parameters = parameterCount == 0 || values.isInOrder() ? null : values.parameters();
        sites = values.isFolded() ? values.sites() : null;
        largestIn = sites == null ? outline.largestIn() : outline.sites().largestIn(sites);
        limit = rowCount(outline.outermostLimit(), values);
        offset = rowCount(outline.outermostOffset(), values);
        limitOrder = limitOrder(outline.limitedBlocks(), values);
    }

    private static @Nullable RowCount rowCount(int site, Values values) {
        if (site == QueryBlock.ONE) {
            return new RowCount(0, 1);
        }
        int value = site < 0 ? -1 : values.valueAt(site);
        if (value < 0) {
            return null;
        }
        int parameter = values.parameterOf(value);
        long literal = values.numberOf(value);
        if (parameter > 0) {
            return new RowCount(parameter, 0);
        }
        return literal < 0 ? null : new RowCount(0, literal);
    }

    private static LimitOrder limitOrder(List<LimitedBlock> blocks, Values values) {
        LimitOrder worst = LimitOrder.SAFE;
        for (int i = 0; i < blocks.size(); i++) {
            LimitedBlock block = blocks.get(i);
            RowCount limit = rowCount(block.site(), values);
            boolean few = limit != null && limit.parameter() == 0 && limit.literal() <= 2;
            if (!few && block.order().compareTo(worst) > 0) {
                worst = block.order();
            }
        }
        return worst;
    }

    /** 64 bits of hash over every token of the shape, never over a cut text. */
    public long fingerprint() {
        return outline.fingerprint();
    }

    /** The normalised text that people read, without any literal; at most 4,096 characters, then cut and ended by an ellipsis. */
    public String shape() {
        return outline.shape();
    }

    public Verb verb() {
        return outline.verb();
    }

    public AccessClass access() {
        return outline.access();
    }

    /**
     * Whether any replica may answer, proven by the tokens and, for functions and relations, by {@code catalog}. Never true for a
     * fingerprint that was demoted. The answer for the last catalog is kept.
     */
    public boolean isRead(Catalog catalog) {
        return outline.proof().isRead(catalog);
    }

    /** A standby has refused this text or proved it no read: from now on no text of its fingerprint is one. */
    public void demote() {
        outline.proof().demote();
    }

    /** What the text leaves behind on the connection that it runs on. */
    public SessionEffect sessionEffect() {
        boolean transactions = setting != null && SessionEffects.isTransactionDefault(setting.name());
        boolean plain = outline.effect() == SessionEffect.SETTING;
        return plain && transactions ? SessionEffect.TRANSACTION_DEFAULT : outline.effect();
    }

    /** The setting of the session that the text changes; null if it changes none, or is one of several statements. */
    public @Nullable Setting setting() {
        return setting;
    }

    public TransactionMode transactionMode() {
        return outline.mode();
    }

    /** Whether the text changes rows anywhere, also inside WITH. */
    public boolean writes() {
        return outline.writes();
    }

    /** Tables named in the text in order of appearance, without duplicates, as written but lower-cased unless quoted. */
    public List<String> tables() {
        return outline.tables();
    }

    /** Functions called in the text, lower-cased, without duplicates. */
    public List<String> functions() {
        return outline.functions();
    }

    /**
     * Whether the text does work that an application could have avoided by asking otherwise: false for validation queries
     * ({@code select 1}), sequence calls, id retrieval, FETCH from a cursor, transaction control and session settings.
     */
    public boolean isWork() {
        return outline.work();
    }

    /** Number of JDBC parameters. */
    public int parameterCount() {
        return parameterCount;
    }

    /** Number of rows that the longest VALUES of the text lists; 0 if there is none. */
    public int rows() {
        return rows;
    }

    /** Roles of all values of the text, in order; empty if it has none. Built anew for a text with lists. */
    public List<Slot> slots() {
        return sites == null ? outline.slots() : outline.sites().slots(sites);
    }

    /** Number of values, parameters and literals together. */
    public int valueCount() {
        return valueCount;
    }

    /** The JDBC parameter (from 1) that supplies value {@code value}, or 0 if that value is a literal. */
    public int parameterOf(int value) {
        if (parameters != null) {
            return parameters[value];
        }
        return parameterCount == 0 ? 0 : value + 1;
    }

    /**
     * Hash of literal {@code value}; 0 if that value is a parameter or lies beyond the first 2,048 values. A whole number has the
     * hash that the same number has when it is bound or read.
     */
    public long literalHash(int value) {
        return literalHashes == null || value >= literalHashes.length ? 0 : literalHashes[value];
    }

    /** Hash of all literals of the text in order; 0 if it has none. */
    public long literalsHash() {
        return literalsHash;
    }

    /** The largest IN list of the text, or null. */
    public @Nullable Slot largestIn() {
        return largestIn;
    }

    /** Row count of the outermost LIMIT, FETCH or TOP; null if there is none or it is ALL. */
    public @Nullable RowCount limit() {
        return limit;
    }

    /** Rows that the outermost OFFSET skips; null if there is none. */
    public @Nullable RowCount offset() {
        return offset;
    }

    /** Whether the outermost query block is ordered by something that is not constant. */
    public boolean ordered() {
        return outline.ordered();
    }

    public LimitOrder limitOrder() {
        return limitOrder;
    }

    /** Number of statements in the text. */
    public int statements() {
        return outline.statements();
    }

    /**
     * The schema that the text switches its session to, for SET SCHEMA, SET search_path and USE; {@code ?} if a parameter supplies
     * it; otherwise null.
     */
    public @Nullable String switchedSchema() {
        return switchedSchema;
    }

    /** Whether the text could not be read to its end (an unterminated string or comment). */
    public boolean partial() {
        return outline.partial();
    }

    /** About how many bytes this takes, what it shares with other texts left out. */
    int weight() {
        int literals = literalHashes == null ? 0 : 16 + 8 * literalHashes.length;
        int numbers = parameters == null ? 0 : 16 + 4 * parameters.length;
        int places = sites == null ? 0 : 16 + 4 * sites.length;
        return 160 + literals + numbers + places;
    }

    /**
     * A number of rows in a LIMIT or OFFSET.
     *
     * @param parameter the JDBC parameter (from 1) that supplies it, or 0 if it is a literal
     * @param literal its value if it is a literal; otherwise 0
     */
    public record RowCount(int parameter, long literal) {}
}
