package dev.plimsoll.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Reads SQL texts of one dialect into {@link SqlFacts}; remembers what it has read, within a bound of bytes. Safe for use by many threads. */
public final class SqlAnalyzer {
    private static final int LONGEST_KEPT_TEXT = 10_240;
    private static final int MOST_BYTES = 4 << 20;
    private static final int IDLE_READERS = 16;

    private final Dialect dialect;
    private final Outlines outlines = new Outlines();
    private final SeenTexts seen = new SeenTexts();
    private final AtomicReferenceArray<TextReader> idle = new AtomicReferenceArray<>(IDLE_READERS);
    private final Cache<String, SqlFacts> texts = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String sql, SqlFacts facts) -> 2 * sql.length() + facts.weight())
            .executor(Runnable::run)
            .build();

    public SqlAnalyzer(Dialect dialect) {
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The facts of {@code sql}; never throws. A text seen before costs one cache look-up. */
    public SqlFacts facts(String sql) {
        SqlFacts known = texts.getIfPresent(sql);
        if (known != null) {
            return known;
        }
        SqlFacts facts = read(sql);
        if (isWorthKeeping(sql, facts)) {
            texts.put(sql, facts);
        }
        return facts;
    }

    /** A text without literals is likely to come again; one with literals must have come before. */
    private boolean isWorthKeeping(String sql, SqlFacts facts) {
        if (sql.length() > LONGEST_KEPT_TEXT) {
            return false;
        }
        return facts.literalsHash() == 0 || seen.add(facts.fingerprint() ^ facts.literalsHash());
    }

    private SqlFacts read(String sql) {
        int slot = (int) Thread.currentThread().getId() & (IDLE_READERS - 1);
        TextReader reader = idle.getAndSet(slot, null);
        if (reader == null) {
            reader = new TextReader(dialect, outlines);
        }
        SqlFacts facts = reader.read(sql);
        idle.setRelease(slot, reader);
        return facts;
    }
}
