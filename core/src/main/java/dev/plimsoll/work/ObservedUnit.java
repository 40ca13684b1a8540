package dev.plimsoll.work;

import java.util.List;
import java.util.Optional;

/**
 * What one unit of work has executed through one data source, aggregated. Immutable.
 *
 * @param name the owner's name for the unit, or one made of its thread
 * @param owned whether someone began the unit on purpose; an unowned unit may hold several requests
 * @param finished whether the unit has ended; false for a look at a unit that runs on
 * @param dialectName name of the {@linkplain dev.plimsoll.sql.Dialect dialect} of the data source
 * @param elapsedNanos wall time since the unit's first statement began
 * @param transactions transactions that were committed or rolled back in it
 * @param statements its statements, one element for each schema, fingerprint and call site, in order of first execution
 * @param columns columns whose values were read in it, for matching them with the values that were bound later
 * @param dropped executions that were counted but not kept apart, because the unit has too many different statements
 * @param routing what has become of all units of the data source; only told where a statement has {@linkplain
 *     ObservedStatement#undeclared undeclared reads}
 * @param timeline number of the timeline that is kept of it; 0 if none is
 */
public record ObservedUnit(
        String name,
        boolean owned,
        boolean finished,
        String dialectName,
        long elapsedNanos,
        long transactions,
        List<ObservedStatement> statements,
        List<ReadColumn> columns,
        long dropped,
        Optional<ObservedRouting> routing,
        long timeline) {

    public ObservedUnit {
        statements = List.copyOf(statements);
        columns = List.copyOf(columns);
    }
}
