package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import java.util.Optional;

/**
 * A column that the application has read from the results of one statement.
 *
 * @param statement the statement
 * @param callSite where it was executed, if that is known
 * @param order place of its first execution in the unit, to be compared with {@link ObservedStatement#order()}
 * @param label label of the column; empty if it was never told because no result had a second row
 * @param values hashes of the values read, without duplicates and in no order, from the first 64 rows of results; do not change
 */
@SuppressWarnings("ArrayRecordComponent") // as for the values bound, which they are compared with
public record ReadColumn(SqlFacts statement, Optional<CallSite> callSite, int order, String label, long[] values) {}
