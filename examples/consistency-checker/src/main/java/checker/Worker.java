package checker;

import dev.plimsoll.route.InvalidTokenException;
import dev.plimsoll.route.ReadHint;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One thread that serves requests, each of a user's session taken at random. */
@SuppressWarnings("try") // A unit of work is not asked for anything.
final class Worker implements Runnable {
    private final Scene scene;
    private final BooleanSupplier goesOn;
    private final SplittableRandom random;
    /** What it writes without a session. */
    private final Register nobodys;

    Worker(Scene scene, int number, SplittableRandom random, BooleanSupplier goesOn) {
        this.scene = scene;
        this.goesOn = goesOn;
        this.random = random;
        this.nobodys = scene.registers().of(scene.settings().workload().sessions() + number);
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            int kind = random.nextInt(100);
            if (kind < 8) {
                connection();
            } else if (kind < 12) {
                handOver(scene.session(random));
            } else {
                request(scene.session(random));
            }
        }
    }

    /** Mostly one transaction, sometimes several; after a write the user mostly looks at what has become of it. */
    private void request(Session session) {
        boolean wrote = false;
        try (UnitOfWork unit = UnitOfWork.begin("request", session.name())) {
            int steps = random.nextInt(5) == 0 ? 2 + random.nextInt(3) : 1;
            for (int step = 0; step < steps; step++) {
                wrote |= step(session);
            }
        }
        if (wrote && random.nextInt(10) < 8) {
            try (UnitOfWork unit = UnitOfWork.begin("request", session.name())) {
                once(Action.READ, level(), session.memory(), session.own());
            }
        }
    }

    private boolean step(Session session) {
        Action action = action();
        if (random.nextInt(5) == 0) {
            try (UnitOfWork inner = UnitOfWork.begin("part of a request")) {
                return once(action, level(), session.memory(), session.own());
            }
        }
        return once(action, level(), session.memory(), session.own());
    }

    /** No unit of work: the connection itself is the reader. */
    private void connection() {
        Memory memory = new Memory();
        try (Connection connection = scene.subject().dataSource().getConnection()) {
            boolean well = true;
            for (int step = 0; step < 6 && well; step++) {
                well = on(connection, step % 2 == 0 ? action() : Action.READ, memory, nobodys);
            }
        } catch (SQLException e) {
            // No connection, or none to give back: what was done on it is recorded already.
        }
    }

    /** What one process has written, another is told of; what it was told before is told once more, last. */
    private void handOver(Session session) {
        @Nullable Handed earlier = written(session);
        Pause.millis(20);
        @Nullable Handed handed = written(session);
        if (handed == null) {
            return;
        }
        long told = System.nanoTime();
        for (int times = 0; times < 6; times++) {
            readElsewhere(
                    session,
                    handed.version(),
                    told,
                    List.of(handed.token(), earlier == null ? handed.token() : earlier.token()));
            Pause.millis(5);
        }
    }

    /** Each time a reader of its own: nothing but the tokens ties it to the others. */
    private void readElsewhere(Session session, long version, long told, List<String> tokens) {
        Memory memory = new Memory();
        memory.enter(scene.roles().era());
        memory.wrote(session.own().key(), new Steps.Step(told, version, null));
        try (UnitOfWork unit = UnitOfWork.begin("message")) {
            tokens.forEach(scene.elsewhere()::accept);
            once(scene.elsewhere(), Action.READ, scene.settings().level(), memory, session.own());
        } catch (IllegalStateException | InvalidTokenException e) {
            scene.tally().refusedToken(e);
        }
    }

    /** A token, and what was acknowledged before it was asked for: what others write of the session later, it need not tell. */
    private record Handed(String token, long version) {}

    /** Writes; null if nothing has to be told of it. */
    private @Nullable Handed written(Session session) {
        try (UnitOfWork unit = UnitOfWork.begin("request", session.name())) {
            once(Action.WRITE, scene.settings().level(), session.memory(), session.own());
            long version = session.own().acknowledged();
            @Nullable String token = scene.subject().token();
            return token == null ? null : new Handed(token, version);
        } catch (IllegalStateException e) { // no primary tells the position of the write
            scene.tally().refusedToken(e);
            return null;
        }
    }

    private Trace trace(Register own) {
        return new Trace(own, scene.settings().workload().sessions(), random, scene.diversions());
    }

    private Action action() {
        Action action =
                random.nextDouble() < scene.settings().workload().writes() ? Action.write(random) : Action.read(random);
        return scene.settings().hunting().leftOut().contains(action) ? action() : action;
    }

    private ReadLevel level() {
        return random.nextInt(40) == 0
                ? ReadLevel.STRONG_READ
                : scene.settings().level();
    }

    private boolean once(Action action, ReadLevel level, Memory memory, Register own) {
        return once(scene.subject(), action, level, memory, own);
    }

    /** On a connection of its own; says whether it wrote. */
    private boolean once(Subject subject, Action action, ReadLevel level, Memory memory, Register own) {
        Recording recording = new Recording(scene, action, level, trace(own));
        try (ReadHint hint = level == scene.settings().level() ? null : ReadHint.begin(level);
                Connection connection = subject.dataSource().getConnection()) {
            recording.run(subject, connection);
        } catch (SQLException | RuntimeException e) {
            recording.failed(e);
        }
        recording.end(memory);
        return recording.wrote();
    }

    /** On a connection that goes on being used; says whether all went well. */
    private boolean on(Connection connection, Action action, Memory memory, Register own) {
        ReadLevel level = scene.settings().level();
        Recording recording = new Recording(scene, action, level, trace(own));
        @Nullable Exception failure = null;
        try {
            recording.run(scene.subject(), connection);
        } catch (SQLException | RuntimeException e) {
            failure = e;
            recording.failed(e);
        }
        recording.end(memory);
        return failure == null;
    }
}
