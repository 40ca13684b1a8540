package dev.plimsoll.jdbc.logical;

import dev.plimsoll.sql.SqlFacts;
import java.sql.CallableStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers its named parameters and those that come out as well. */
abstract class LogicalCallableStatement extends CompletePreparedStatement implements CallableStatement {
    private final Map<String, CallBinding> calls = new LinkedHashMap<>();

    LogicalCallableStatement(
            LogicalConnection connection, StatementForm form, StatementSource source, String sql, SqlFacts facts) {
        super(connection, form, source, sql, facts);
    }

    /** @param key says which parameter it is about, and whether it goes in or out */
    final void call(String key, CallBinding binding) throws SQLException {
        Statement now = present();
        if (now != null) {
            binding.bind((CallableStatement) now);
        }
        calls.put(key, binding);
    }

    final CallableStatement anyCallable() throws SQLException {
        return (CallableStatement) any();
    }

    @Override
    final void forgetCalls() {
        calls.keySet().removeIf(key -> key.startsWith("in "));
    }

    @Override
    final void restore(Statement made) throws SQLException {
        for (CallBinding binding : calls.values()) {
            binding.bind((CallableStatement) made);
        }
        super.restore(made);
    }
}
