package dev.plimsoll.jdbc;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.Binds;
import dev.plimsoll.work.Session;
import dev.plimsoll.work.Tally;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is intercepted of a statement: its executions, its batches and their results. Each execution, which the generated class holds,
 * goes between {@link #begin} and {@link #executed} or {@link #failed}.
 */
abstract class ProxyStatement implements Statement, Watched {
    protected final Statement delegate;
    final ProxyConnection connection;
    /** What was executed last, and where that counts; null before the first execution. */
    private @Nullable SqlFacts last;

    private @Nullable Tally tally;
    private @Nullable ProxyResultSet result;
    private @Nullable List<ProxyResultSet> keptResults;
    private @Nullable BatchedTexts batch;
    private int fetchSize;
    private boolean laterResult;
    private boolean closesOnCompletion;
    private boolean ended;

    ProxyStatement(ProxyConnection connection, Statement delegate) {
        this.connection = connection;
        this.delegate = delegate;
    }

    @Override
    public final @Nullable ResultSet getResultSet() throws SQLException {
        return results(delegate.getResultSet());
    }

    @Override
    public final @Nullable ResultSet getGeneratedKeys() throws SQLException {
        ResultSet keys = delegate.getGeneratedKeys();
        return keys == null ? null : connection.interception.wrappers().results(this, keys, null);
    }

    @Override
    public final boolean getMoreResults() throws SQLException {
        boolean more = delegate.getMoreResults();
        endResult();
        laterResult = true;
        return more;
    }

    @Override
    public final boolean getMoreResults(int current) throws SQLException {
        boolean more = delegate.getMoreResults(current);
        if (current == KEEP_CURRENT_RESULT) {
            keepResult();
        } else if (current == CLOSE_ALL_RESULTS) {
            endResults();
        } else {
            endResult();
        }
        laterResult = true;
        return more;
    }

    @Override
    public final void addBatch(String sql) throws SQLException {
        delegate.addBatch(sql);
        if (batch == null) {
            batch = new BatchedTexts();
        }
        batch.add(connection.facts(sql));
    }

    @Override
    public final void clearBatch() throws SQLException {
        delegate.clearBatch();
        forgetBatch();
    }

    @Override
    public final int[] executeBatch() throws SQLException {
        long startedAt = beginBatch();
        try {
            int[] counts = delegate.executeBatch();
            executedBatch(startedAt);
            return counts;
        } catch (Throwable failure) { // the driver's: only looked at
            failedBatch(startedAt);
            throw failure;
        } finally {
            forgetBatch();
        }
    }

    @Override
    public final long[] executeLargeBatch() throws SQLException {
        long startedAt = beginBatch();
        try {
            long[] counts = delegate.executeLargeBatch();
            executedBatch(startedAt);
            return counts;
        } catch (Throwable failure) { // the driver's: only looked at
            failedBatch(startedAt);
            throw failure;
        } finally {
            forgetBatch();
        }
    }

    @Override
    public final Connection getConnection() throws SQLException {
        delegate.getConnection(); // refuses where the statement is closed
        return connection;
    }

    @Override
    public final void setFetchSize(int rows) throws SQLException {
        delegate.setFetchSize(rows);
        fetchSize = rows;
    }

    @Override
    public final void closeOnCompletion() throws SQLException {
        delegate.closeOnCompletion();
        closesOnCompletion = true;
    }

    @Override
    public final void close() throws SQLException {
        endResults();
        try {
            delegate.close();
        } finally {
            ended();
        }
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.unwrap(this, delegate, type);
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) {
        return Unwrapping.isWrapperFor(delegate, type);
    }

    /** Before the driver executes: the results of the execution before are gone. Returns the clock. */
    final long begin(SqlFacts facts) {
        endResults();
        laterResult = false;
        connection.executing();
        return session().started(facts);
    }

    final void executed(SqlFacts facts, @Nullable Binds binds, long startedAt) {
        tally = session().executed(facts, binds, startedAt, previous(facts));
        last = facts;
    }

    final void failed(SqlFacts facts, long startedAt) {
        session().failed(facts, startedAt);
    }

    /** The tally of the execution before, if that was of the same statement. */
    private @Nullable Tally previous(SqlFacts facts) {
        SqlFacts before = last;
        return before != null && before.fingerprint() == facts.fingerprint() ? tally : null;
    }

    /**
     * The current result: one wrapper until there are other results, even if the driver, or a pool, makes an object each time it is
     * asked.
     */
    final @Nullable ResultSet results(@Nullable ResultSet raw) {
        if (raw == null) {
            return null;
        }
        ProxyResultSet current = result;
        if (current == null) {
            current = watched(raw);
            result = current;
        }
        return current;
    }

    private ProxyResultSet watched(ResultSet raw) {
        Wrappers wrappers = connection.interception.wrappers();
        Tally counted = tally;
        return counted == null || laterResult || !counted.wantsRows()
                ? wrappers.results(this, raw, counted)
                : wrappers.sampledResults(this, raw, counted);
    }

    long beginBatch() {
        return batch == null ? 0 : begin(batch.first());
    }

    void executedBatch(long startedAt) {
        if (batch != null) {
            batch.executed(session(), startedAt);
        }
    }

    void failedBatch(long startedAt) {
        if (batch != null) {
            failed(batch.first(), startedAt);
        }
    }

    void forgetBatch() {
        batch = null;
    }

    /** A batch of one text was executed. */
    final void executedRows(SqlFacts facts, int rows, long startedAt) {
        tally = session().executedBatch(facts, rows, startedAt, previous(facts));
        last = facts;
    }

    final Session session() {
        return connection.session;
    }

    /** Where the rows of results count that are not this statement's own, such as cursors; null if nowhere. */
    final @Nullable Tally tally() {
        return tally;
    }

    /** The table that rows of the current result can be changed in, for updatable results; null if it is not known. */
    final @Nullable String table() {
        return last == null || last.tables().isEmpty() ? null : last.tables().get(0);
    }

    final int fetchSize() {
        return fetchSize;
    }

    /** A result was closed by the application. */
    final void closed(ProxyResultSet closed) {
        if (closesOnCompletion && closed.equals(result) && keptResults == null) {
            ended();
        }
    }

    private void keepResult() {
        if (result != null) {
            if (keptResults == null) {
                keptResults = new ArrayList<>(2);
            }
            keptResults.add(result);
            result = null;
        }
    }

    /** Rows read of the current result. */
    final long rowsRead() {
        ProxyResultSet current = result;
        return current == null ? 0 : current.rows();
    }

    private void endResult() {
        ProxyResultSet current = result;
        if (current != null) {
            result = null;
            current.end();
        }
    }

    /** The driver has closed the results, or is about to. */
    final void endResults() {
        endResult();
        if (keptResults != null) {
            keptResults.forEach(ProxyResultSet::end);
            keptResults = null;
        }
    }

    private void ended() {
        endResults();
        if (!ended) {
            ended = true;
            forgetBatch();
            connection.closed(this);
        }
    }
}
