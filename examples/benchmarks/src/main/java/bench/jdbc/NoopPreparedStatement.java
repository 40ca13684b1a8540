package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;

abstract class NoopPreparedStatement extends NoopStatement implements PreparedStatement {
    private static final MethodHandle LEAF =
            Leaf.constructor(MethodHandles.lookup(), NoopPreparedStatement.class, NoopConnection.class, String.class);

    private final int rows;
    private long bound = 1;
    private int batched;

    NoopPreparedStatement(NoopConnection connection, String sql) {
        super(connection);
        this.rows = rows(sql);
    }

    static NoopPreparedStatement create(NoopConnection connection, String sql) {
        try {
            return (NoopPreparedStatement) LEAF.invokeExact(connection, sql);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public void setLong(int parameter, long value) {
        bound = value;
    }

    @Override
    public ResultSet executeQuery() {
        return open(bound, rows);
    }

    @Override
    public int executeUpdate() {
        return 1;
    }

    @Override
    public void addBatch() {
        batched++;
    }

    @Override
    public int[] executeBatch() {
        int[] counts = new int[batched];
        Arrays.fill(counts, 1);
        batched = 0;
        return counts;
    }
}
