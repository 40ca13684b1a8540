package dev.plimsoll.detect;

/**
 * Every limit that a detector judges by, with its default in each profile. The option of a threshold is {@code plimsoll.} and its
 * key, such as {@code plimsoll.n-plus-one.executions}; a key begins with the kind of finding that it is for. A limit is reached by
 * the value itself: five executions reach a limit of 5.
 */
public enum Threshold {
    COMMIT_PER_SAVE_COMMITS("commit-per-save.commits", "commits of one statement in one unit", 2, 5, 10, 10),
    COMMIT_PER_SAVE_ERROR_COMMITS("commit-per-save.error-commits", "commits that make it an error", 50, 50, 50),

    DEEP_OFFSET_ROWS("deep-offset.rows", "rows that an OFFSET skips", 1_000, 1_000, 1_000),
    DEEP_OFFSET_ERROR_ROWS("deep-offset.error-rows", "skipped rows that make it an error", 10_000, 10_000, 10_000),

    FETCH_SIZE_IGNORED_ROWS(
            "fetch-size-ignored.rows",
            "rows of a result that was fetched whole against the fetch size",
            1,
            1_000,
            1_000),
    FETCH_SIZE_IGNORED_ERROR_ROWS(
            "fetch-size-ignored.error-rows", "rows that make it an error", 10_000, 10_000, 10_000),

    IDLE_IN_TRANSACTION_IDLE(
            "idle-in-transaction.idle", "milliseconds between two calls to the database", 1_000, 1_000, 1_000),
    IDLE_IN_TRANSACTION_ERROR_IDLE(
            "idle-in-transaction.error-idle", "milliseconds that make it an error", 30_000, 30_000, 30_000),

    INDEPENDENT_QUERIES_QUERIES("independent-queries.queries", "queries that do not need each other", 3, 3, 3),
    INDEPENDENT_QUERIES_ELAPSED("independent-queries.elapsed", "milliseconds that each of them takes", 30, 30, 30),
    INDEPENDENT_QUERIES_SAVING(
            "independent-queries.saving", "milliseconds saved if they ran at the same time", 100, 100, 100),
    INDEPENDENT_QUERIES_SHARE("independent-queries.share", "percent of the unit's time that is saved", 10, 10, 10),

    LIMIT_WITHOUT_ORDER_ROWS("limit-without-order.rows", "row count of a limit that needs an order", 3, 3, 3),

    LONG_TRANSACTION_AGE("long-transaction.age", "milliseconds since its first statement", 2_000, 5_000, 5_000),
    LONG_TRANSACTION_ERROR_AGE(
            "long-transaction.error-age", "milliseconds that make it an error", 60_000, 60_000, 60_000),
    LONG_TRANSACTION_PAUSE(
            "long-transaction.pause",
            "milliseconds of a pause from which on it does not count as reading without interruption",
            250,
            250,
            250),

    N_PLUS_ONE_EXECUTIONS(
            "n-plus-one.executions", "executions of one statement at one call site in one unit", 2, 3, 5, 5),
    N_PLUS_ONE_DISTINCT("n-plus-one.distinct", "different values among them", 2, 3, 5, 5),
    N_PLUS_ONE_CONFIRMED(
            "n-plus-one.confirmed",
            "executions, and different values, if the values are proven to be a parent's",
            2,
            2,
            3,
            3),
    N_PLUS_ONE_COVER("n-plus-one.cover", "percent of the values that are a parent's, to prove it", 80, 80, 80),
    N_PLUS_ONE_ELAPSED(
            "n-plus-one.elapsed",
            "milliseconds of all executions, below which fewer than error-executions are only information",
            0,
            0,
            0,
            50),
    N_PLUS_ONE_ERROR_EXECUTIONS("n-plus-one.error-executions", "executions that make it an error", 20, 20, 20),
    N_PLUS_ONE_ERROR_CONFIRMED("n-plus-one.error-confirmed", "proven executions that make it an error", 10, 10, 10),
    N_PLUS_ONE_ERROR_DISTINCT("n-plus-one.error-distinct", "different values without which it is no error", 10, 10, 10),
    N_PLUS_ONE_BATCH_SIZE(
            "n-plus-one.batch-size", "elements of an IN list, on average, that make it a batch loader", 2, 5, 5, 5),
    N_PLUS_ONE_CHUNKS("n-plus-one.chunks", "executions of a batch loader that are worth a note", 20, 20, 20),
    N_PLUS_ONE_SCHEMAS("n-plus-one.schemas", "schemas that one statement visits, worth a note", 5, 5, 5),

    OVERSIZED_IN_LIST_ELEMENTS(
            "oversized-in-list.elements", "different elements of an IN list; 15 is strict", 15, 100, 100, 100),
    OVERSIZED_IN_LIST_ERROR_ELEMENTS(
            "oversized-in-list.error-elements", "elements that make it an error", 15, 1_000, 1_000, 1_000),
    OVERSIZED_IN_LIST_DRIVER_LIMIT(
            "oversized-in-list.driver-limit", "elements near the limit of drivers", 15, 32_767, 32_767, 32_767),

    READ_ON_PRIMARY_ELAPSED(
            "read-on-primary.elapsed",
            "milliseconds of a read on the primary that nobody had declared",
            10,
            100,
            200,
            500),
    READ_ON_PRIMARY_ERROR_ELAPSED(
            "read-on-primary.error-elapsed", "milliseconds that make it an error", 10, 1_000, 2_000, 5_000),

    REDUNDANT_QUERY_EXECUTIONS("redundant-query.executions", "executions with the same values", 2, 3, 3, 5),
    REDUNDANT_QUERY_WARNING_EXECUTIONS(
            "redundant-query.warning-executions", "executions that make it a warning", 2, 5, 5, 5),
    REDUNDANT_QUERY_ERROR_EXECUTIONS(
            "redundant-query.error-executions", "executions that make it an error", 2, 20, 20, 20),
    REDUNDANT_QUERY_FEW_VALUES(
            "redundant-query.few-values", "executions from which on several values may be called few", 2, 5, 5, 5),

    REPLICAS_UNUSED_UNITS(
            "replicas-unused.units",
            "transactions, and statements in autocommit, hardly any of them on a replica",
            1_000,
            1_000,
            1_000),
    REPLICAS_UNUSED_WARNING_UNITS(
            "replicas-unused.warning-units", "such units that make it a warning", 10_000, 10_000, 10_000),
    REPLICAS_UNUSED_UNDECLARED(
            "replicas-unused.undeclared", "percent of them that only read and were not declared to", 50, 50, 50),

    ROW_BY_ROW_WRITE_EXECUTIONS(
            "row-by-row-write.executions", "executions of one statement at one call site, not batched", 2, 5, 10, 10),
    ROW_BY_ROW_WRITE_ERROR_EXECUTIONS(
            "row-by-row-write.error-executions", "executions that make it an error", 2, 50, 50, 50),

    TRANSACTION_LEFT_OPEN_STATEMENTS(
            "transaction-left-open.statements", "statements that the transaction has executed", 1, 1, 1),

    UNBOUNDED_RESULT_ROWS("unbounded-result.rows", "rows read from one result without a limit", 2, 1_000, 1_000, 1_000),
    UNBOUNDED_RESULT_ERROR_ROWS("unbounded-result.error-rows", "rows that make it an error", 10_000, 10_000, 10_000);

    private final String key;
    private final String description;
    private final long least;
    private final long test;
    private final long dev;
    private final long prod;

    Threshold(String key, String description, long test, long dev, long prod) {
        this(key, description, 1, test, dev, prod);
    }

    Threshold(String key, String description, long least, long test, long dev, long prod) {
        this.key = key;
        this.description = description;
        this.least = least;
        this.test = test;
        this.dev = dev;
        this.prod = prod;
    }

    public String key() {
        return key;
    }

    /** What is counted, with its unit. */
    public String description() {
        return description;
    }

    /** The smallest value that makes sense; smaller ones are a configuration error. */
    public long least() {
        return least;
    }

    /** The default in a profile. */
    public long standard(Profile profile) {
        return switch (profile) {
            case TEST -> test;
            case DEV -> dev;
            case PROD -> prod;
        };
    }
}
