package dev.plimsoll.agent.inside.report;

import dev.plimsoll.logbook.LoggedTransaction;
import java.util.List;

/** The transactions that are open at this moment, with what their owners do. */
final class TransactionPart {
    private static final int SHOWN = 20;
    private static final int SHOWN_FRAMES = 12;

    private TransactionPart() {}

    static void write(Page page, List<LoggedTransaction> transactions) {
        page.heading("open transactions now", Amounts.count(transactions.size(), "transaction", "transactions"));
        if (transactions.isEmpty()) {
            page.line("None is open at this moment.");
        }
        transactions.stream().limit(SHOWN).forEach(transaction -> write(page, transaction));
        if (transactions.size() > SHOWN) {
            page.line("and " + Amounts.count(transactions.size() - SHOWN) + " that are younger");
        }
    }

    private static void write(Page page, LoggedTransaction transaction) {
        page.wrapped("", 4, "open for " + Amounts.time(transaction.ageNanos()) + ", " + state(transaction));
        page.field(
                "in",
                "\"" + transaction.unit() + "\" on thread " + transaction.thread() + ", through "
                        + transaction.dataSource());
        page.field("executed", Amounts.count(transaction.statements(), "statement", "statements"));
        page.field("last", Shapes.shortened(transaction.lastShape()));
        page.field("wrote", String.join(", ", transaction.writtenTables()));
        List<String> stack = transaction.stack();
        page.field("stack", stack.isEmpty() ? "its thread is in no method of the application" : first(stack));
    }

    private static String state(LoggedTransaction transaction) {
        return switch (transaction.state()) {
            case EXECUTING -> "its database is at work";
            case IDLE -> "idle for " + Amounts.time(transaction.idleNanos()) + ": the application does something else";
            case LEFT_OPEN -> "left open by who closed its connection";
        };
    }

    private static String first(List<String> stack) {
        String shown = String.join("\n", stack.subList(0, Math.min(SHOWN_FRAMES, stack.size())));
        return stack.size() <= SHOWN_FRAMES
                ? shown
                : shown + "\n… and " + Amounts.count(stack.size() - SHOWN_FRAMES, "frame", "frames") + " more";
    }
}
