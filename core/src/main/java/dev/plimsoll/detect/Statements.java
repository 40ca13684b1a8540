package dev.plimsoll.detect;

import dev.plimsoll.sql.Verb;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the statements of a unit are and how often they really ran. */
final class Statements {
    private Statements() {}

    /** Those that only ask for rows. */
    static List<ObservedStatement> reads(ObservedUnit unit) {
        return unit.statements().stream().filter(Statements::reads).toList();
    }

    static boolean reads(ObservedStatement statement) {
        Verb verb = statement.facts().verb();
        boolean asks = verb == Verb.SELECT || verb == Verb.VALUES || verb == Verb.TABLE;
        return asks && statement.facts().isWork() && !statement.facts().writes();
    }

    /** Those that change rows. */
    static List<ObservedStatement> writes(ObservedUnit unit) {
        return unit.statements().stream()
                .filter(statement ->
                        statement.facts().isWork() && statement.facts().verb().changesRows())
                .toList();
    }

    /** Whether the very same change was made again and again: a set is worked through in chunks, or one row kept up to date. */
    static boolean repeatsOneChange(ObservedStatement statement) {
        Verb verb = statement.facts().verb();
        return (verb == Verb.UPDATE || verb == Verb.DELETE)
                && statement.executions() > 1
                && statement.values().distinct() == 1;
    }

    /** The tables that a unit has changed, as far as its statements show. */
    static Set<String> writtenTables(ObservedUnit unit) {
        Set<String> tables = new HashSet<>();
        for (ObservedStatement statement : unit.statements()) {
            if (statement.facts().writes()) {
                tables.addAll(statement.facts().tables());
            }
        }
        return tables;
    }

    /**
     * Executions without repeated attempts: a transaction that was rolled back and tried again counts once. As many as there are
     * different values in any case, since another attempt binds the same ones.
     */
    static long attempted(ObservedStatement statement) {
        long kept = statement.executions() - statement.transactions().rolledBack();
        long attempt = Math.max(kept, statement.transactions().mostInRollback());
        return Math.max(
                attempt, Math.min(statement.executions(), statement.values().distinct()));
    }
}
