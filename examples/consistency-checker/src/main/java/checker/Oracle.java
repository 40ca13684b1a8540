package checker;

import dev.plimsoll.route.ReadLevel;
import java.time.Duration;

/**
 * Judges each operation as it is recorded, each of its units by what the reader knew before that began. Keys have one writer, so no
 * search is needed: a version is too old or it is not. Safe for use by many threads.
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
            for (Operation.Shown shown : operation.read()) {
                read(memory, operation, shown);
                memory.saw(
                        shown.key(),
                        new Steps.Step(shown.end(), shown.version(), operation),
                        roles.isReplica(shown.port(), shown.start(), shown.end()));
            }
            operation
                    .acknowledged()
                    .forEach((key, version) -> memory.wrote(key, new Steps.Step(operation.end(), version, operation)));
        }
    }

    private void read(Memory memory, Operation operation, Operation.Shown shown) {
        Register register = registers.of(shown.key());
        if (register.isRolledBack(shown.version())) {
            violated(Invariant.I6, operation, shown + " was reported as rolled back");
        }
        switch (operation.level()) {
            case EVENTUAL ->
                everybodys(Invariant.I12, operation, shown, register.acknowledgedBefore(shown.start() - oldestNanos));
            case PRIMARY, STRONG_READ ->
                everybodys(Invariant.I1, operation, shown, register.acknowledgedBefore(shown.start()));
            case MONOTONIC, READ_YOUR_WRITES -> {
                atLeast(Invariant.I1, operation, shown, memory.written(shown.key(), shown.start()));
                atLeast(Invariant.I2, operation, shown, seen(memory, operation, shown));
            }
        }
    }

    /**
     * What a read must not go behind. A replica may show a commit that its primary does not show yet, because that waits for another
     * replica: so what replicas have shown binds replicas only. A server that is being promoted is held to what it owes as either.
     */
    private Steps.Step seen(Memory memory, Operation operation, Operation.Shown shown) {
        Steps.Step onReplicas = memory.seenOnReplicas(shown.key(), shown.start());
        Steps.Step asPrimary = memory.seenOnPrimary(shown.key(), shown.start());
        Steps.Step asReplica =
                operation.level() == ReadLevel.MONOTONIC ? Steps.Step.higher(onReplicas, asPrimary) : onReplicas;
        if (roles.isReplica(shown.port(), shown.start(), shown.end())) {
            return asReplica;
        }
        return roles.isPrimary(shown.port(), shown.start(), shown.end())
                ? asPrimary
                : Steps.Step.lower(asReplica, asPrimary);
    }

    private void everybodys(Invariant invariant, Operation operation, Operation.Shown shown, long owed) {
        if (shown.version() < owed) {
            violated(invariant, operation, shown + ", not " + owed + " or later");
        }
    }

    /** Shows what made the reader know better. */
    private void atLeast(Invariant invariant, Operation operation, Operation.Shown shown, Steps.Step owed) {
        if (shown.version() >= owed.version()) {
            return;
        }
        Operation by = owed.by();
        violations.add(
                invariant,
                operation.action() + (by == null ? "" : " after " + by.action()),
                "%s, not %d or later: %s%s"
                        .formatted(
                                shown,
                                owed.version(),
                                operation.describe(origin),
                                by == null ? "" : "; known from " + by.describe(origin)));
    }

    private void places(Operation operation) {
        if (roles.isDisturbed(operation)) {
            return;
        }
        for (Operation.Place place : operation.places()) {
            if (!operation.acknowledged().isEmpty()
                    && !operation.action().mayVisitReplica()
                    && roles.isReplica(place.port(), operation.start(), operation.end())) {
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
