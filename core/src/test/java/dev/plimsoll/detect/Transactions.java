package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedTransaction.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Open transactions put together by hand. */
final class Transactions {
    private final State state;
    private long ageMillis = 100;
    private long idleMillis;
    private long longestIdleMillis;
    private long statements = 3;
    private List<String> written = List.of();
    private Optional<CallSite> owner = Optional.of(new CallSite(
            List.of(Run.frame("shop.PaymentClient", "charge", 31), Run.frame("shop.Checkout", "pay", 12))));

    private Transactions(State state) {
        this.state = state;
    }

    static Transactions in(State state) {
        return new Transactions(state);
    }

    Transactions ageMillis(long millis) {
        ageMillis = millis;
        return this;
    }

    Transactions idleMillis(long millis) {
        idleMillis = millis;
        ageMillis = Math.max(ageMillis, millis);
        return longestIdleMillis(Math.max(longestIdleMillis, millis));
    }

    Transactions longestIdleMillis(long millis) {
        longestIdleMillis = millis;
        return this;
    }

    Transactions statements(long count) {
        statements = count;
        return this;
    }

    Transactions written(String... tables) {
        written = List.of(tables);
        return this;
    }

    Transactions nobodyAt() {
        owner = Optional.empty();
        return this;
    }

    List<Finding> judgedBy(Watch watch, Thresholds thresholds) {
        List<Finding> findings = new ArrayList<>();
        watch.inspect(observed(), thresholds, findings::add);
        return findings;
    }

    List<Finding> judgedBy(Watch watch, Profile profile) {
        return judgedBy(watch, Thresholds.of(profile));
    }

    private ObservedTransaction observed() {
        return new ObservedTransaction(
                1,
                state,
                "POST /pay",
                TimeUnit.MILLISECONDS.toNanos(ageMillis),
                TimeUnit.MILLISECONDS.toNanos(idleMillis),
                TimeUnit.MILLISECONDS.toNanos(longestIdleMillis),
                statements,
                statements == 0 ? null : "update orders set state = ? where id = ?",
                4711,
                written,
                "http-7",
                () -> owner,
                0);
    }
}
