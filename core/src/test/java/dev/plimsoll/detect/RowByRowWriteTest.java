package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static dev.plimsoll.detect.Units.owned;
import static dev.plimsoll.detect.Units.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowByRowWriteTest {
    private final RowByRowWrite detector = new RowByRowWrite();

    private static Run inserts(int executions) {
        return Run.of("insert into audit (post_id) values (?)")
                .boundEach(1, executions)
                .at("blog.Audit", "write", 9);
    }

    @ParameterizedTest
    @CsvSource({"TEST, 5", "DEV, 10", "PROD, 10"})
    void rowsWrittenOneByOneAreFound(Profile profile, int limit) {
        assertThat(owned(inserts(limit - 1)).judgedBy(detector, profile)).isEmpty();
        assertThat(only(owned(inserts(limit)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(inserts(49)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(inserts(50)), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void adviceNamesTheTableAndTheBatch() {
        Finding finding = only(owned(inserts(20)), Profile.TEST);
        assertThat(finding.advice()).contains("`audit`", "20 times", "executeBatch()", "reWriteBatchedInserts");
        assertThat(evidence(finding)).contains("executions: 20 without a batch");
        assertThat(finding.timeLostMicros()).isEqualTo(19_000);
    }

    @ParameterizedTest
    @CsvSource({
        "update item set qty = 1 where id = ?, hibernate.order_updates",
        "delete from item where id = ?, delete from item where … in (…)"
    })
    void everyVerbHasItsAdvice(String sql, String advice) {
        assertThat(only(owned(Run.of(sql).boundEach(1, 9)), Profile.TEST).advice())
                .contains("`item`", advice);
    }

    @Test
    void batchesAreFine() {
        assertThat(owned(inserts(20).batches(20)).judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(inserts(24).batches(20)).judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(only(owned(inserts(25).batches(20)), Profile.TEST).count()).isEqualTo(5);
    }

    @Test
    void oneTransactionForEachIsLeftToCommitPerSave() {
        assertThat(owned(inserts(50).committed(40, 9)).judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(inserts(50).committed(39, 9)).judgedBy(detector, Profile.TEST))
                .hasSize(1);
    }

    @Test
    void inAutocommitTheBatchIsMissingToo() {
        assertThat(owned(inserts(50).autocommitted()).judgedBy(detector, Profile.TEST))
                .hasSize(1);
    }

    @Test
    void copyingRowsInTheDatabaseIsFine() {
        Run copies = Run.of("insert into archive (id) select id from orders where day = ?")
                .boundEach(1, 60);
        assertThat(owned(copies).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void valuesThatAreLookedUpAreStillWrittenRowByRow() {
        Run inserts = Run.of("insert into line (id, tax) values (?, (select rate from tax where region = ?))");
        LongStream.range(0, 9).forEach(id -> inserts.bound(id, 1));
        assertThat(owned(inserts).judgedBy(detector, Profile.TEST)).hasSize(1);
    }

    @Test
    void attemptsThatWereRolledBackDoNotAddUp() {
        Run retried = Run.of("update account set touched = now() where id = ?")
                .times(12, 1)
                .rolledBack(9, 3);
        assertThat(owned(retried).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void readsAreNotItsBusiness() {
        assertThat(owned(Run.of("select * from post where id = ?").boundEach(1, 90))
                        .judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void inAUnitWithoutOwnerItIsOnlyInformation() {
        assertThat(only(unowned(inserts(90)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
