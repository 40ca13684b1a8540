package checker;

import dev.plimsoll.route.ReadLevel;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One operation while it runs, and its way into the history. */
final class Recording {
    private final Scene scene;
    private final Action action;
    private final ReadLevel level;
    private final Trace trace;
    private final long start = System.nanoTime();
    private String decision = "no connection";
    private Operation.@Nullable Failed failure;

    Recording(Scene scene, Action action, ReadLevel level, Trace trace) {
        this.scene = scene;
        this.action = action;
        this.level = level;
        this.trace = trace;
    }

    void run(Subject subject, Connection connection) throws SQLException {
        try {
            action.run(connection, trace);
        } finally {
            decision = subject.decision(connection);
        }
    }

    void failed(Exception e) {
        if (e instanceof SQLException sql) {
            trace.failed(sql);
            failure = new Operation.Failed(SqlStates.of(sql), e.getClass().getSimpleName() + ": " + e.getMessage());
        } else {
            trace.boundary();
            failure = new Operation.Failed("?????", e.toString());
        }
    }

    void end(Memory memory) {
        Operation operation = new Operation(
                action,
                level,
                start,
                System.nanoTime(),
                trace.places(),
                trace.read(),
                trace.acknowledgedVersions(),
                decision,
                trace.isDelivered(),
                failure);
        boolean onReplica = scene.roles().isReplica(operation.port(), operation.start(), operation.end());
        scene.tally().add(operation, onReplica);
        if (action.isRead() && failure == null && operation.port() != 0) {
            pinned(memory, onReplica);
        }
        scene.oracle().judge(memory, operation);
        trace.oddities().forEach(what -> scene.oracle().odd(operation, what));
        if (trace.isSplit()) {
            scene.oracle().split(operation);
        }
    }

    private void pinned(Memory memory, boolean onReplica) {
        long nanos;
        synchronized (memory) {
            nanos = memory.pinnedUntil(start, onReplica);
        }
        if (nanos > 0) {
            scene.tally().pinned(nanos);
        }
    }

    boolean wrote() {
        return !trace.acknowledgedVersions().isEmpty();
    }
}
