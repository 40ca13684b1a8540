package dev.plimsoll.logbook;

import java.util.List;

/**
 * The statements that cost most, and what they are part of.
 *
 * @param statements the first ones by the order that was asked for
 * @param others all executions of statements that are not among these
 * @param all all executions: {@code statements} and {@code others} together
 */
public record TopStatements(List<StatementTotal> statements, ExecutionTotals others, ExecutionTotals all) {
    public TopStatements {
        statements = List.copyOf(statements);
    }
}
