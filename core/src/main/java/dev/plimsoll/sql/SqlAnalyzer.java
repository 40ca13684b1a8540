package dev.plimsoll.sql;

/** Reads SQL texts of one dialect into {@link SqlFacts}; remembers what it has read, within a bound of bytes. Safe for use by many threads. */
public final class SqlAnalyzer {
    private final Dialect dialect;

    public SqlAnalyzer(Dialect dialect) {
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The facts of {@code sql}; never throws. A text seen before costs one cache look-up. */
    public SqlFacts facts(String sql) {
        throw new UnsupportedOperationException(sql);
    }
}
