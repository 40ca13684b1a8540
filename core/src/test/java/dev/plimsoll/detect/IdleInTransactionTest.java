package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedTransaction.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdleInTransactionTest {
    private final IdleInTransaction watch = new IdleInTransaction();

    private static Transactions idle(long millis) {
        return Transactions.in(State.IDLE).idleMillis(millis);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aGapBetweenTwoStatementsIsFound(Profile profile) {
        assertThat(idle(999).judgedBy(watch, profile)).isEmpty();
        assertThat(only(idle(1_000), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(idle(29_999), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(idle(30_000), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void adviceNamesTheSlowCallAndTheLocks() {
        Finding finding = only(idle(8_000).written("orders", "stock"), Profile.TEST);
        assertThat(finding.advice())
                .startsWith("`shop.PaymentClient.charge(PaymentClient.java:31)` keeps the transaction open")
                .contains("its locks on rows of `orders`, `stock`");
        assertThat(finding.callSite()).isEqualTo("shop.PaymentClient.charge(PaymentClient.java:31)");
        assertThat(finding.unit()).isEqualTo("POST /pay");
        assertThat(finding.count()).isEqualTo(1);
    }

    @Test
    void evidenceTellsGapStatementTablesStackAndThread() {
        assertThat(evidence(only(idle(8_000).ageMillis(8_200).written("orders"), Profile.TEST)))
                .contains("idle: 8.0 s since the last statement")
                .contains("transaction: 3 statements in 8.2 s")
                .contains("last statement: update orders")
                .contains("written: `orders`")
                .contains("charge(PaymentClient.java:31) < shop.Checkout.pay(Checkout.java:12)")
                .contains("thread: http-7");
    }

    @Test
    void aThreadWithoutApplicationFramesIsFoundToo() {
        Finding finding = only(idle(8_000).nobodyAt(), Profile.TEST);
        assertThat(finding.callSite()).isEmpty();
        assertThat(finding.advice()).startsWith("What the application does");
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"EXECUTING", "LEFT_OPEN"})
    void onlyAnIdleTransactionIsIdle(State state) {
        assertThat(Transactions.in(state).idleMillis(60_000).judgedBy(watch, Profile.TEST))
                .isEmpty();
    }

    private Finding only(Transactions transaction, Profile profile) {
        List<Finding> findings = transaction.judgedBy(watch, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
