package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/** What is known of one pair of parentheses, or of a whole statement, while its limits are read. */
final class QueryBlock {
    /** The site of a limit that is not there. */
    static final int NONE = -1;
    /** The site of a limit that is there and cannot be told. */
    static final int UNKNOWN = -2;
    /** The site of the limit in {@code fetch first row only}. */
    static final int ONE = -3;

    /** The clause that is being read, as far as it matters here. */
    enum Clause {
        OTHER,
        FROM,
        ORDER
    }

    private final @Nullable QueryBlock outer;
    private final @Nullable QueryBlock enclosingQuery;
    private final @Nullable QueryBlock enclosingOrder;
    private final int open;
    private Clause clause = Clause.OTHER;
    private boolean query;
    private boolean reads;
    private boolean constant;
    private boolean grouped;
    private boolean aggregated;
    private boolean ordered;
    private boolean skipsLocked;
    private boolean readsOrdered;
    private int limitSite = NONE;
    private int offsetSite = NONE;

    QueryBlock(@Nullable QueryBlock outer, int open) {
        this.outer = outer;
        this.open = open;
        // Looked up once for each block: a walk outwards for each name would make deep nesting quadratic.
        enclosingQuery = outer == null || outer.query ? outer : outer.enclosingQuery;
        enclosingOrder = outer == null || outer.clause == Clause.ORDER ? outer : outer.enclosingOrder;
    }

    QueryBlock outer() {
        return outer == null ? this : outer;
    }

    /** The token that opens the block. */
    int open() {
        return open;
    }

    /** The query that this pair of parentheses is part of: an aggregate in an expression counts for the query around it. */
    QueryBlock query() {
        return query || enclosingQuery == null ? this : enclosingQuery;
    }

    void begin(Keyword keyword, boolean selectsConstant) {
        reads |= keyword == Keyword.TABLE;
        constant = selectsConstant;
        query = true;
        clause = Clause.OTHER;
    }

    void enter(Clause entered) {
        clause = entered;
        reads |= entered == Clause.FROM && query;
    }

    boolean isIn(Clause other) {
        return clause == other;
    }

    /** A name was read: within ORDER BY, at whatever depth of expression, it gives an order. */
    void name() {
        if (clause == Clause.ORDER) {
            ordered = true;
        } else if (enclosingOrder != null) {
            enclosingOrder.ordered = true;
        }
    }

    void aggregates() {
        aggregated = true;
    }

    void aggregatesNot() {
        aggregated = false;
    }

    void groups() {
        grouped = true;
        clause = Clause.OTHER;
    }

    void skipsLocked() {
        skipsLocked = true;
    }

    void readsOrdered() {
        readsOrdered = true;
    }

    void limit(int site) {
        limitSite = site;
        clause = Clause.OTHER;
    }

    void offset(int site) {
        offsetSite = site;
        clause = Clause.OTHER;
    }

    int limitSite() {
        return limitSite;
    }

    int offsetSite() {
        return offsetSite;
    }

    boolean isQuery() {
        return query;
    }

    boolean isOrdered() {
        return ordered;
    }

    /** Whether what the block cuts off depends on an order that it does not give. */
    boolean needsOrder() {
        boolean oneRow = aggregated && !grouped;
        return limitSite != NONE && reads && !ordered && !constant && !oneRow && !skipsLocked;
    }

    boolean isReadingOrdered() {
        return readsOrdered && !grouped;
    }
}
