package dev.plimsoll.jdbc.logical;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The part of a statement's state that is written down until there is one of the driver's to give it to. */
abstract class RecordedStatement implements Statement {
    final LogicalConnection connection;
    final StatementSettings settings = new StatementSettings();

    RecordedStatement(LogicalConnection connection) {
        this.connection = connection;
    }

    /** The driver's statement as long as its connection is bound; null if there is none. */
    abstract @Nullable Statement present() throws SQLException;

    /** The driver's statement, made if need be. */
    abstract Statement any() throws SQLException;

    /** To be told at once if there is one of the driver's, or if it is likely to refuse. */
    private @Nullable Statement asked(boolean acceptable) throws SQLException {
        return acceptable ? present() : any();
    }

    @Override
    public final void setFetchSize(int rows) throws SQLException {
        Statement now = asked(rows >= 0);
        if (now != null) {
            now.setFetchSize(rows);
        }
        settings.fetchSize = rows;
    }

    @Override
    public final int getFetchSize() throws SQLException {
        Integer set = settings.fetchSize;
        return set == null ? any().getFetchSize() : set;
    }

    @Override
    public final void setMaxRows(int rows) throws SQLException {
        Statement now = asked(rows >= 0);
        if (now != null) {
            now.setMaxRows(rows);
        }
        settings.maxRows = (long) rows;
    }

    @Override
    public final int getMaxRows() throws SQLException {
        Statement now = asked(settings.maxRows != null);
        return now == null ? Math.toIntExact(largeMaxRows()) : now.getMaxRows();
    }

    @Override
    public final void setLargeMaxRows(long rows) throws SQLException {
        any().setLargeMaxRows(rows); // which some drivers do not implement
        settings.maxRows = rows;
    }

    @Override
    public final long getLargeMaxRows() throws SQLException {
        return any().getLargeMaxRows();
    }

    private long largeMaxRows() {
        Long set = settings.maxRows;
        return set == null ? 0 : set;
    }

    @Override
    public final void setQueryTimeout(int seconds) throws SQLException {
        Statement now = asked(seconds >= 0);
        if (now != null) {
            now.setQueryTimeout(seconds);
        }
        settings.queryTimeout = seconds;
    }

    @Override
    public final int getQueryTimeout() throws SQLException {
        Integer set = settings.queryTimeout;
        return set == null ? any().getQueryTimeout() : set;
    }

    @Override
    public final void setEscapeProcessing(boolean on) throws SQLException {
        Statement now = present();
        if (now != null) {
            now.setEscapeProcessing(on);
        }
        settings.escapeProcessing = on;
    }

    @Override
    public final void setPoolable(boolean on) throws SQLException {
        Statement now = present();
        if (now != null) {
            now.setPoolable(on);
        }
        settings.poolable = on;
    }

    @Override
    public final boolean isPoolable() throws SQLException {
        Boolean set = settings.poolable;
        return set == null ? any().isPoolable() : set;
    }

    @Override
    public final void setFetchDirection(int direction) throws SQLException {
        Statement now = asked(StatementSettings.isDirection(direction));
        if (now != null) {
            now.setFetchDirection(direction);
        }
        settings.fetchDirection = direction;
    }

    @Override
    public final int getFetchDirection() throws SQLException {
        Integer set = settings.fetchDirection;
        return set == null ? any().getFetchDirection() : set;
    }

    @Override
    public final void setMaxFieldSize(int bytes) throws SQLException {
        Statement now = asked(bytes >= 0);
        if (now != null) {
            now.setMaxFieldSize(bytes);
        }
        settings.maxFieldSize = bytes;
    }

    @Override
    public final int getMaxFieldSize() throws SQLException {
        Integer set = settings.maxFieldSize;
        return set == null ? any().getMaxFieldSize() : set;
    }

    @Override
    public final void setCursorName(String name) throws SQLException {
        Statement now = asked(name != null);
        if (now != null) {
            now.setCursorName(name);
        }
        settings.cursorName = name;
    }

    @Override
    public final void closeOnCompletion() throws SQLException {
        Statement now = present();
        if (now != null) {
            now.closeOnCompletion();
        }
        settings.closeOnCompletion = true;
    }

    @Override
    public final boolean isCloseOnCompletion() throws SQLException {
        present();
        return settings.closeOnCompletion;
    }
}
