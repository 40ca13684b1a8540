package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Reason;
import dev.plimsoll.sql.SqlFacts;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The part of a statement that is one of the driver's: made when it is needed, and made anew when its connection has moved on. */
abstract class AttachedStatement extends RecordedStatement {
    final StatementForm form;
    private final StatementSource source;
    volatile @Nullable Statement physical;

    @Nullable
    PhysicalConnection owner;

    boolean batched;
    boolean closed;

    AttachedStatement(LogicalConnection connection, StatementForm form, StatementSource source) {
        super(connection);
        this.form = form;
        this.source = source;
    }

    /** Whether the application may still read what was executed last. */
    abstract boolean isBeingRead();

    /** Its connection goes back to the pool; nothing is read there any more. */
    abstract void detached();

    /** Gives the driver's statement the parameters that it has not been given yet. */
    void complete(Statement present) throws SQLException {
        // Without parameters there is nothing to give.
    }

    /** Gives a new statement of the driver's the parameters. */
    void restore(Statement made) throws SQLException {
        // Without parameters there is nothing to give.
    }

    /** What will be executed, if that is known; null if it is not. */
    @Nullable
    SqlFacts prepared() {
        return null;
    }

    final @Nullable Reason tied() {
        Reason tied = form.tied();
        Integer holdability = connection.recorded.holdability;
        boolean held = holdability != null && holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
        return batched || held ? Reason.BATCH : tied;
    }

    // The driver's statement.

    final Statement on(PhysicalConnection on) throws SQLException {
        Statement now = physical;
        if (now != null && on.equals(owner)) {
            complete(now);
            return now;
        }
        leave();
        Statement made = source.make(on.handle());
        try {
            settings.applyTo(made);
            restore(made);
        } catch (SQLException | RuntimeException | Error failure) {
            made.close();
            throw failure;
        }
        physical = made;
        owner = on;
        on.made(this);
        return made;
    }

    /** Its result on the connection before ends as it does when the driver executes anew. */
    private void leave() throws SQLException {
        Statement now = physical;
        PhysicalConnection before = owner;
        physical = null;
        owner = null;
        if (now != null && before != null) {
            before.closed(this);
            now.close();
        }
    }

    @Override
    final @Nullable Statement present() throws SQLException {
        return isOver() ? refusing() : physical;
    }

    /** The driver's statement for a question that executes nothing. */
    @Override
    final Statement any() throws SQLException {
        Statement now = present();
        if (now == null) {
            now = on(connection.executions.boundIdle(prepared(), tied()));
        }
        return now;
    }

    final boolean isOver() {
        return closed || connection.isOver();
    }

    /** One that is closed as well, to refuse in the driver's words what it is asked. */
    final Statement refusing() throws SQLException {
        Statement now = physical;
        if (now == null && connection.isOver() && !(this instanceof PreparedStatement)) {
            now = connection.pools.closedStatement();
        }
        if (now == null) {
            now = source.make(connection.reading());
            now.close();
            physical = now;
        }
        return now;
    }
}
