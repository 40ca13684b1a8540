package checker;

import dev.plimsoll.route.ReadLevel;
import java.time.Duration;
import java.util.Map;

/**
 * Judges each operation as it is recorded, by what its reader knew before it began. Keys have one writer, so no search is needed: a
 * version is too old or it is not. Safe for use by many threads.
 */
final class Oracle {
    private final Registers registers;
    private final Roles roles;
    private final Violations violations;
    private final long origin;
    private final long oldestNanos;

    /**
     * @param origin what times are counted from when an operation is shown
     * @param oldest what an eventual read may miss
     */
    Oracle(Registers registers, Roles roles, Violations violations, long origin, Duration oldest) {
        this.registers = registers;
        this.roles = roles;
        this.violations = violations;
        this.origin = origin;
        this.oldestNanos = oldest.toNanos();
    }

    void judge(Memory memory, Operation operation) {
        operation.acknowledged().forEach((key, version) -> registers.of(key).acknowledged(version, operation.end()));
        if (roles.isLossy(operation)) {
            return;
        }
        places(operation);
        surfaced(operation);
        synchronized (memory) {
            memory.enter(roles.era());
            operation.read().forEach((key, version) -> read(memory, operation, key, version));
            learn(memory, operation);
        }
    }

    private void read(Memory memory, Operation operation, int key, long version) {
        if (registers.of(key).isRolledBack(version)) {
            violated(
                    Invariant.I6,
                    operation,
                    "key " + key + " has version " + version + ", which was reported as rolled back");
        }
        switch (operation.level()) {
            case EVENTUAL ->
                atLeast(
                        Invariant.I12,
                        operation,
                        key,
                        version,
                        registers.of(key).acknowledgedBefore(operation.start() - oldestNanos));
            case PRIMARY, STRONG_READ ->
                atLeast(Invariant.I1, operation, key, version, registers.of(key).acknowledgedBefore(operation.start()));
            case MONOTONIC, READ_YOUR_WRITES -> {
                ownWrites(memory, operation, key, version);
                atLeast(Invariant.I2, operation, key, version, seen(memory, operation, key));
            }
        }
    }

    /**
     * What a read must not go behind. A replica may show a commit that its primary does not show yet, because that waits for another
     * replica: so what replicas have shown binds replicas only.
     */
    private long seen(Memory memory, Operation operation, int key) {
        boolean onReplica = roles.isReplica(operation.port(), operation);
        long onReplicas = onReplica ? memory.seenOnReplicas(key, operation.start()) : 0;
        boolean everywhere = !onReplica || operation.level() == ReadLevel.MONOTONIC;
        return Math.max(onReplicas, everywhere ? memory.seenOnPrimary(key, operation.start()) : 0);
    }

    private void atLeast(Invariant invariant, Operation operation, int key, long version, long owed) {
        if (version < owed) {
            violated(invariant, operation, "key " + key + " has version " + version + ", not " + owed + " or later");
        }
    }

    private void ownWrites(Memory memory, Operation operation, int key, long version) {
        long owed = memory.written(key, operation.start());
        if (version < owed) {
            Operation write = memory.lastWrite(key);
            String by = write == null ? "" : "; the last write was " + write.describe(origin);
            violations.add(
                    Invariant.I1,
                    operation.action() + (write == null ? "" : " after " + write.action()),
                    "key %d has version %d, not %d or later: %s%s"
                            .formatted(key, version, owed, operation.describe(origin), by));
        }
    }

    private void learn(Memory memory, Operation operation) {
        for (Map.Entry<Integer, Long> read : operation.read().entrySet()) {
            memory.saw(read.getKey(), read.getValue(), operation.end(), roles.isReplica(operation.port(), operation));
        }
        operation.acknowledged().forEach((key, version) -> memory.wrote(key, version, operation.end()));
        memory.remember(operation);
    }

    private void places(Operation operation) {
        if (roles.isDisturbed(operation)) {
            return;
        }
        for (Operation.Place place : operation.places()) {
            if (!operation.acknowledged().isEmpty()
                    && !operation.action().mayVisitReplica()
                    && roles.isReplica(place.port(), operation)) {
                violated(Invariant.I3, operation, "a write ran on a standby");
            }
        }
        Operation.Failed failure = operation.failure();
        if (failure != null
                && !operation.action().isRead()
                && failure.sqlState().equals(SqlStates.READ_ONLY)) {
            violated(Invariant.I3, operation, "a write was sent to a standby");
        }
    }

    private void surfaced(Operation operation) {
        Operation.Failed failure = operation.failure();
        boolean owed = operation.action().isRead() && !operation.delivered() && !roles.isDisturbed(operation);
        if (failure != null && owed && !isShed(failure)) {
            violated(Invariant.I5, operation, "another node could have answered");
        }
    }

    /** The library protects the primary from reads that no replica takes, and says so. */
    private static boolean isShed(Operation.Failed failure) {
        return failure.message().contains("diverted") || failure.message().contains("too many reads");
    }

    /** Something that the action itself found. */
    void odd(Operation operation, String what) {
        if (!roles.isLossy(operation)) {
            violated(Invariant.I11, operation, what);
        }
    }

    /** A transaction was found on more than one backend. */
    void split(Operation operation) {
        violated(Invariant.I3, operation, "one transaction ran on several backends");
    }

    private void violated(Invariant invariant, Operation operation, String what) {
        violations.add(invariant, operation.action().toString(), what + ": " + operation.describe(origin));
    }
}
