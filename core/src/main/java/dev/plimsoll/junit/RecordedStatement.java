package dev.plimsoll.junit;

import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedStatement;
import java.util.Optional;

/**
 * All executions of one statement at one place in the code.
 *
 * @param kind what sort of statement it is; never {@link StatementKind#ANY}
 * @param shape its text without literals
 * @param callSite where it was executed, as {@code shop.OrderPage.lines(OrderPage.java:42)}; empty if none is known
 * @param executions how often, failed executions included; a JDBC batch counts once
 * @param rows rows read from its results
 */
public record RecordedStatement(StatementKind kind, String shape, String callSite, long executions, long rows) {

    static RecordedStatement of(ObservedStatement observed) {
        Optional<CallSite> site = observed.callSite();
        return new RecordedStatement(
                StatementKind.of(observed.facts().verb()),
                observed.facts().shape(),
                site.map(CallSite::display).orElse(""),
                observed.executions() + observed.failures(),
                observed.rows());
    }
}
