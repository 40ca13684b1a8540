package dev.plimsoll.jdbc.logical;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A parameter that can be read but once: a stream, a large object. */
final class OnceBinding implements Binding {
    private final Binding binding;
    private boolean read;

    OnceBinding(Binding binding) {
        this.binding = binding;
    }

    boolean isRead() {
        return read;
    }

    @Override
    public void bind(PreparedStatement statement) throws SQLException {
        if (read) {
            throw new SQLException(
                    "a stream was set as a parameter, it was read, and the statement now runs on another connection:"
                            + " set it anew before each execution",
                    "22023");
        }
        read = true;
        binding.bind(statement);
    }
}
