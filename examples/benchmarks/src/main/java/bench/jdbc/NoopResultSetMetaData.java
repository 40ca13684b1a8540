package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.ResultSetMetaData;
import java.util.List;

abstract class NoopResultSetMetaData implements ResultSetMetaData {
    private static final MethodHandle LEAF = Leaf.constructor(MethodHandles.lookup(), NoopResultSetMetaData.class);
    private static final List<String> LABELS = List.of("id", "name", "quantity");

    NoopResultSetMetaData() {}

    static NoopResultSetMetaData create() {
        try {
            return (NoopResultSetMetaData) LEAF.invokeExact();
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public int getColumnCount() {
        return LABELS.size();
    }

    @Override
    public String getColumnLabel(int column) {
        return LABELS.get(column - 1);
    }

    @Override
    public String getColumnName(int column) {
        return getColumnLabel(column);
    }
}
