package dev.plimsoll.jdbc.logical;

import dev.plimsoll.sql.SqlFacts;
import java.io.InputStream;
import java.io.Reader;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Remembers its parameters, to give them to each statement that it is prepared as. */
abstract class LogicalPreparedStatement extends CompleteStatement implements PreparedStatement {
    final String sql;
    final SqlFacts facts;
    private @Nullable Binding[] bindings;
    /** A parameter is a stream or the like, which can be read but once. */
    private boolean once;

    LogicalPreparedStatement(
            LogicalConnection connection, StatementForm form, StatementSource source, String sql, SqlFacts facts) {
        super(connection, form, source);
        this.sql = sql;
        this.facts = facts;
        this.bindings = new Binding[facts.parameterCount()];
    }

    /** Sets a parameter at once if there is a statement to set it on, or if it does not look like one. */
    final void bind(int index, Binding binding) throws SQLException {
        boolean likely = index > 0 && index <= facts.parameterCount();
        Statement now = likely ? present() : any();
        if (now != null) {
            binding.bind((PreparedStatement) now);
        }
        put(index, binding);
    }

    /** Some drivers read it as soon as it is set, so that it is set when it is known where it will be executed. */
    final void bindOnce(int index, Binding binding) throws SQLException {
        if (index <= 0) {
            bind(index, binding);
            return;
        }
        present();
        once = true;
        put(index, new OnceBinding(binding));
    }

    /** {@code Object} parameters that can be read but once are those that have something to read. */
    final void bindObject(int index, @Nullable Object value, Binding binding) throws SQLException {
        if (value instanceof InputStream || value instanceof Reader) {
            bindOnce(index, binding);
        } else {
            bind(index, binding);
        }
    }

    /** Sets a parameter in a way that not every driver knows. */
    final void bindNow(int index, Binding binding) throws SQLException {
        binding.bind(anyPrepared());
        put(index, binding);
    }

    private void put(int index, Binding binding) {
        if (index > bindings.length) {
            bindings = Arrays.copyOf(bindings, index);
        }
        bindings[index - 1] = binding;
    }

    @Override
    final void complete(Statement present) throws SQLException {
        if (once) {
            for (Binding binding : bindings) {
                if (binding instanceof OnceBinding unread && !unread.isRead()) {
                    unread.bind((PreparedStatement) present);
                }
            }
        }
    }

    @Override
    public final void clearParameters() throws SQLException {
        Statement now = present();
        if (now != null) {
            ((PreparedStatement) now).clearParameters();
        }
        once = false;
        Arrays.fill(bindings, null);
        forgetCalls();
    }

    void forgetCalls() {
        // A call has more to forget.
    }

    @Override
    public final void addBatch() throws SQLException {
        ((PreparedStatement) batch(facts)).addBatch();
    }

    final PreparedStatement boundPrepared() throws SQLException {
        return (PreparedStatement) bound();
    }

    final PreparedStatement anyPrepared() throws SQLException {
        return (PreparedStatement) any();
    }

    @Override
    final boolean isRepeatable() {
        return !once;
    }

    @Override
    void restore(Statement made) throws SQLException {
        PreparedStatement statement = (PreparedStatement) made;
        for (Binding binding : bindings) {
            if (binding != null) {
                binding.bind(statement);
            }
        }
    }

    @Override
    final Binding @Nullable [] parameters() {
        if (bindings.length == 0) {
            return null;
        }
        return Arrays.stream(bindings).filter(binding -> binding != null).toArray(Binding[]::new);
    }

    @Override
    final SqlFacts prepared() {
        return facts;
    }
}
