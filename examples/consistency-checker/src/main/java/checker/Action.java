package checker;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What a session does with a connection, once it has one. The weights are among the reads, and among the writes. */
enum Action {
    READ(Kind.READ, 40, Reads::own),
    READ_FOREIGN(Kind.READ, 20, Reads::foreign),
    READ_SEVERAL(Kind.READ, 10, Reads::several),
    READ_AGAIN_AND_AGAIN(Kind.READ, 6, Reads::prepared),
    READ_TRANSACTION(Kind.READ, 12, Reads::transaction),
    READ_SNAPSHOT(Kind.READ, 6, Reads::snapshot),
    READ_BY_CURSOR(Kind.READ, 3, Reads::cursor),
    READ_LONG(Kind.READ, 2, Reads::lasting),
    READ_NEW_COLUMN(Kind.READ, 3, Reads::newColumn),
    READ_UNLOGGED(Kind.READ, 2, Reads::unlogged),
    WRITE(Kind.WRITE, 20, Writes::autocommit),
    WRITE_TRANSACTION(Kind.WRITE, 20, Writes::transaction),
    WRITE_BATCH(Kind.WRITE, 5, Writes::batch),
    WRITE_BY_FUNCTION(Kind.WRITE, 10, Writes::function),
    WRITE_AFTER_SAVEPOINT(Kind.WRITE, 5, Writes::savepoint),
    WRITE_BY_COPY(Kind.WRITE, 4, Writes::copy),
    WRITE_ASYNCHRONOUSLY(Kind.WRITE, 8, Writes::asynchronous),
    WRITE_ASYNCHRONOUSLY_ONCE(Kind.WRITE, 8, Writes::asynchronousOnce),
    WRITE_IN_TWO_PHASES(Kind.WRITE, 3, Writes::twoPhase),
    WRITE_AFTER_READ_ONLY(Kind.WRITE, 8, Writes::afterReadOnly),
    WRITE_REFUSED_AT_COMMIT(Kind.WRITE, 3, Writes::refusedAtCommit),
    WRITE_ROLLED_BACK(Kind.WRITE, 3, Writes::rolledBack),
    WRITE_WITHOUT_RESULT(Kind.WRITE, 4, Writes::withoutResult),
    SEQUENCE(Kind.WRITE, 3, Writes::sequence),
    TEMPORARY_TABLE(Kind.WRITE, 3, Writes::temporaryTable);

    private static final List<Action> READS = of(Kind.READ);
    private static final List<Action> WRITES = of(Kind.WRITE);

    private final Kind kind;
    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state is immutable
    private final Body body;

    private enum Kind {
        READ,
        WRITE
    }

    private interface Body {
        void run(Connection connection, Trace trace) throws SQLException;
    }

    Action(Kind kind, int weight, Body body) {
        this.kind = kind;
        this.weight = weight;
        this.body = body;
    }

    static Action read(SplittableRandom random) {
        return pick(READS, random);
    }

    static Action write(SplittableRandom random) {
        return pick(WRITES, random);
    }

    boolean isRead() {
        return kind == Kind.READ;
    }

    /** Whether part of it may be served by a replica although it writes. */
    boolean mayVisitReplica() {
        return this == WRITE_AFTER_READ_ONLY;
    }

    void run(Connection connection, Trace trace) throws SQLException {
        body.run(connection, trace);
    }

    private static List<Action> of(Kind kind) {
        return Stream.of(values()).filter(action -> action.kind == kind).toList();
    }

    private static Action pick(List<Action> from, SplittableRandom random) {
        int left =
                random.nextInt(from.stream().mapToInt(action -> action.weight).sum());
        for (Action action : from) {
            left -= action.weight;
            if (left < 0) {
                return action;
            }
        }
        throw new AssertionError("weights do not add up");
    }
}
