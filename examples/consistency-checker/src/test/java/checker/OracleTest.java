package checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.route.ReadLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Histories made by hand. Times are plain numbers, keys too. */
class OracleTest {
    private static final int PRIMARY = 5000;
    private static final int STANDBY = 5001;
    private static final int OTHER_STANDBY = 5002;
    private static final long OLDEST = 1_000;

    private final Registers registers = new Registers();
    private final Roles roles = new Roles(PRIMARY, 0);
    private final Violations violations = new Violations(violated -> {});
    private final Oracle oracle = new Oracle(registers, roles, violations, 0, Duration.ofNanos(OLDEST));
    private final Memory reader = new Memory();

    @Test
    void aReadThatShowsTheReadersWriteIsFine() {
        judge(write(10, 20, 7));
        judge(read(STANDBY, 30, 40, 7));

        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void aReadThatMissesTheReadersWriteIsNot() {
        judge(write(10, 20, 7));
        judge(read(STANDBY, 30, 40, 6));

        assertThat(violations.count(Invariant.I1)).isEqualTo(1);
        assertThat(violations.first(Invariant.I1).get(0))
                .contains("version 6 of key 1 on 5001, not 7 or later", "READ at read-your-writes", "port=5001");
    }

    @Test
    void aReadThatBeganBeforeTheAcknowledgementOwesNothing() {
        judge(write(10, 20, 7));
        judge(read(STANDBY, 15, 40, 6));

        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void whatWasReadWhileAServerWasPromotedBindsNoReplica() {
        roles.promoting(STANDBY, 10);
        judge(read(STANDBY, 20, 30, 7));
        roles.promoted(STANDBY, 40);
        judge(read(PRIMARY, 25, 35, 8));
        judge(read(OTHER_STANDBY, 50, 60, 6));

        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void aServerThatIsBeingPromotedOwesWhatItDoesAsEither() {
        judge(read(PRIMARY, 10, 20, 7));
        judge(read(OTHER_STANDBY, 10, 20, 5));
        roles.promoting(STANDBY, 30);
        judge(read(STANDBY, 40, 50, 5));
        assertThat(violations.isEmpty()).isTrue();

        judge(read(STANDBY, 60, 70, 4));
        assertThat(violations.count(Invariant.I2)).isEqualTo(1);
    }

    @Test
    void aServerThatHasBeenPromotedOwesWhatThePrimaryShowed() {
        judge(read(PRIMARY, 10, 20, 7));
        roles.promoting(STANDBY, 30);
        roles.promoted(STANDBY, 40);
        judge(read(STANDBY, 50, 60, 6));

        assertThat(violations.count(Invariant.I2)).isEqualTo(1);
    }

    @Test
    void anotherReadersWriteIsNotOwed() {
        judge(write(10, 20, 7));
        oracle.judge(new Memory(), read(STANDBY, 30, 40, 6));

        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void aStrongReadOwesEverybodysWrites() {
        judge(write(10, 20, 7));
        oracle.judge(new Memory(), at(ReadLevel.STRONG_READ, read(STANDBY, 30, 40, 6)));

        assertThat(violations.count(Invariant.I1)).isEqualTo(1);
    }

    @Test
    void anEventualReadOwesWhatIsOlderThanTheLimit() {
        judge(write(10, 20, 7));
        oracle.judge(new Memory(), at(ReadLevel.EVENTUAL, read(STANDBY, 20 + OLDEST, 2_000, 6)));
        assertThat(violations.isEmpty()).isTrue();

        oracle.judge(new Memory(), at(ReadLevel.EVENTUAL, read(STANDBY, 21 + OLDEST, 2_000, 6)));
        assertThat(violations.count(Invariant.I12)).isEqualTo(1);
    }

    @Test
    void readsOnReplicasDoNotGoBack() {
        judge(read(STANDBY, 10, 20, 7));
        judge(read(OTHER_STANDBY, 30, 40, 7));
        assertThat(violations.isEmpty()).isTrue();

        judge(read(STANDBY, 50, 60, 6));
        assertThat(violations.count(Invariant.I2)).isEqualTo(1);
    }

    @Test
    void readsAtTheSameTimeMayShowDifferentStates() {
        judge(read(STANDBY, 10, 40, 7));
        judge(read(OTHER_STANDBY, 20, 50, 6));

        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void whatThePrimaryShowedBindsReplicasAtTheMonotonicLevelOnly() {
        judge(read(PRIMARY, 10, 20, 7));
        judge(read(STANDBY, 30, 40, 6));
        assertThat(violations.isEmpty()).isTrue();

        judge(at(ReadLevel.MONOTONIC, read(STANDBY, 50, 60, 6)));
        assertThat(violations.count(Invariant.I2)).isEqualTo(1);
    }

    @Test
    void ofOneOperationEachReadCountsWhereItWas() {
        judge(reads(shown(PRIMARY, 10, 20, 7), shown(STANDBY, 30, 40, 5)));
        judge(read(STANDBY, 50, 60, 5));
        assertThat(violations.isEmpty()).isTrue();

        judge(reads(shown(STANDBY, 70, 80, 7), shown(PRIMARY, 90, 100, 7)));
        judge(read(OTHER_STANDBY, 110, 120, 6));
        assertThat(violations.count(Invariant.I2)).isEqualTo(1);
    }

    @Test
    void readsOfOneOperationDoNotGoBackEither() {
        judge(reads(shown(STANDBY, 10, 20, 7), shown(OTHER_STANDBY, 30, 40, 6)));

        assertThat(violations.count(Invariant.I2)).isEqualTo(1);
        assertThat(violations.first(Invariant.I2).get(0))
                .contains("version 6 of key 1 on 5002, not 7 or later", "known from READ_AGAIN_AND_AGAIN");
    }

    // T61, T68
    @Test
    void whatReplicasShowedDoesNotBindThePrimary() {
        judge(read(STANDBY, 10, 20, 7));
        judge(read(PRIMARY, 30, 40, 6));

        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void aWriteOnAStandbyIsSeen() {
        judge(write(10, 20, 1));
        assertThat(violations.isEmpty()).isTrue();

        judge(operation(Action.WRITE, STANDBY, 30, 40, List.of(), Map.of(1, 2L), null));
        assertThat(violations.count(Invariant.I3)).isEqualTo(1);
    }

    @Test
    void aWriteThatAStandbyRefusesIsSeen() {
        judge(operation(Action.WRITE, 0, 30, 40, List.of(), Map.of(), new Operation.Failed("25006", "read-only")));

        assertThat(violations.count(Invariant.I3)).isEqualTo(1);
    }

    @Test
    void aTransactionOnTwoBackendsIsSeen() {
        oracle.split(write(10, 20, 1));

        assertThat(violations.count(Invariant.I3)).isEqualTo(1);
    }

    @Test
    void anErrorOfAReadSurfacesOnlyWhileThePrimaryIsDisturbed() {
        Operation failed =
                operation(Action.READ, 0, 30, 40, List.of(), Map.of(), new Operation.Failed("08006", "broken"));
        roles.disturb(10);
        judge(failed);
        assertThat(violations.isEmpty()).isTrue();

        roles.calm(20);
        judge(failed);
        assertThat(violations.count(Invariant.I5)).isEqualTo(1);
    }

    @Test
    void aReadThatIsShedMaySaySo() {
        judge(operation(
                Action.READ,
                0,
                30,
                40,
                List.of(),
                Map.of(),
                new Operation.Failed("57000", "too many reads are diverted")));

        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void aVersionThatWasReportedAsRolledBackIsNeverRead() {
        registers.of(1).rolledBack(6);
        judge(read(PRIMARY, 10, 20, 5));
        assertThat(violations.isEmpty()).isTrue();

        judge(read(PRIMARY, 30, 40, 6));
        assertThat(violations.count(Invariant.I6)).isEqualTo(1);
    }

    @Test
    void anActionsOwnFindingCounts() {
        oracle.odd(read(STANDBY, 10, 20, 1), "row 50 came where row 100 was due");

        assertThat(violations.count(Invariant.I11)).isEqualTo(1);
    }

    @Test
    void aLossyPromotionEndsWhatIsOwed() {
        judge(write(10, 20, 7));
        roles.lose(30);
        judge(read(STANDBY, 40, 50, 6));
        roles.lost(60);
        judge(read(STANDBY, 70, 80, 6));
        assertThat(violations.isEmpty()).isTrue();

        judge(write(90, 100, 8));
        judge(read(STANDBY, 110, 120, 6));
        assertThat(violations.count(Invariant.I1)).isEqualTo(1);
    }

    private void judge(Operation operation) {
        oracle.judge(reader, operation);
    }

    private static Operation write(long start, long end, long version) {
        return operation(Action.WRITE, PRIMARY, start, end, List.of(), Map.of(1, version), null);
    }

    private static Operation read(int port, long start, long end, long version) {
        return operation(Action.READ, port, start, end, List.of(shown(port, start, end, version)), Map.of(), null);
    }

    private static Operation.Shown shown(int port, long start, long end, long version) {
        return new Operation.Shown(1, version, port, start, end);
    }

    /** One operation, each of whose reads was a unit of its own. */
    private static Operation reads(Operation.Shown... shown) {
        Operation.Shown last = shown[shown.length - 1];
        return operation(
                Action.READ_AGAIN_AND_AGAIN, last.port(), shown[0].start(), last.end(), List.of(shown), Map.of(), null);
    }

    private static Operation at(ReadLevel level, Operation of) {
        return new Operation(
                of.action(),
                level,
                of.start(),
                of.end(),
                of.places(),
                of.read(),
                of.acknowledged(),
                of.decision(),
                of.delivered(),
                of.failure());
    }

    private static Operation operation(
            Action action,
            int port,
            long start,
            long end,
            List<Operation.Shown> read,
            Map<Integer, Long> wrote,
            Operation.@Nullable Failed failure) {
        List<Operation.Place> places = port == 0 ? List.of() : List.of(new Operation.Place(port, 1));
        return new Operation(
                action, ReadLevel.READ_YOUR_WRITES, start, end, places, read, wrote, "somewhere", false, failure);
    }
}
