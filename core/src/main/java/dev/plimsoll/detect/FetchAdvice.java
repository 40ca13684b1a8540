package dev.plimsoll.detect;

import dev.plimsoll.sql.Slot;
import dev.plimsoll.sql.Slot.Role;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.Verb;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.Optional;
import java.util.Set;

/** How to fetch at once what was fetched row by row. */
final class FetchAdvice {
    private static final Set<String> AGGREGATES = Set.of("count", "sum", "min", "max", "avg");
    private static final String BATCHES = "(Hibernate: @BatchSize or hibernate.default_batch_fetch_size)";

    private final ObservedUnit unit;
    private final ObservedStatement child;
    private final Optional<Correlation> correlation;
    private final String table;
    private final String column;

    FetchAdvice(ObservedUnit unit, ObservedStatement child, Optional<Correlation> correlation) {
        this.unit = unit;
        this.child = child;
        this.correlation = correlation;
        this.table = Wording.table(child.facts()).orElse("child");
        this.column = column(child, correlation);
    }

    /** The column that the rows were asked by. */
    private static String column(ObservedStatement child, Optional<Correlation> correlation) {
        return correlation
                .map(Correlation::slot)
                .or(() -> Varying.slots(child).stream()
                        .filter(slot -> slot.column() != null)
                        .findFirst())
                .map(Slot::column)
                .orElse("key");
    }

    static String largerBatches(ObservedStatement statement) {
        return "The batch size is too small: " + Amount.count(statement.executions()) + " round trips for "
                + Wording.tableQuoted(statement.facts()) + ". Load more rows with each IN list " + BATCHES + ".";
    }

    String text() {
        String advice = remedy();
        return child.facts().parameterCount() == 0
                ? advice + " The text holds literals instead of parameters: bind the values."
                : advice;
    }

    private String remedy() {
        if (insertsWhatIsMissing()) {
            return "Each row was looked up in " + Wording.quoted(table) + " before it was inserted. With keys that the"
                    + " application assigns, JPA's merge (Spring Data's save) asks first: give the entity a @Version or"
                    + " implement Persistable, or insert with `on conflict do nothing`.";
        }
        if (correlation.isPresent() && correlation.get().recursive()) {
            return "The code walks a tree: each row of " + Wording.quoted(table) + " asked for more rows by "
                    + Wording.quoted(column)
                    + ". Load the tree in one query with a recursive CTE: `with recursive tree as"
                    + " (select … from " + table + " where … union all select … from " + table + " join tree on "
                    + table
                    + "." + column + " = tree." + correlation.get().parent().label() + ") select … from tree`.";
        }
        return observation() + remedyForRows();
    }

    /** Each select found nothing and its row was then inserted, as a merge does. */
    private boolean insertsWhatIsMissing() {
        return child.rows() == 0
                && unit.statements().stream()
                        .filter(statement -> statement.facts().verb() == Verb.INSERT)
                        .filter(statement -> statement.executions() * 2 >= child.executions())
                        .anyMatch(statement -> Wording.table(statement.facts()).equals(Wording.table(child.facts())));
    }

    private String observation() {
        String rows = isAggregate() ? "aggregate of " : "";
        if (correlation.isEmpty()) {
            return "The " + rows + Wording.quoted(table) + " rows were fetched by " + Wording.quoted(column)
                    + " one query at a time. ";
        }
        var parent = correlation.get().parent();
        String place =
                parent.callSite().map(site -> " (read at " + method(site) + ")").orElse("");
        return "Each row of " + Wording.quoted(parentTable(parent.statement())) + place + " fetched its " + rows
                + Wording.quoted(table) + " rows by " + Wording.quoted(column) + " one query at a time. ";
    }

    private static String method(CallSite site) {
        StackTraceElement frame = site.frames().get(0);
        return frame.getClassName() + "." + frame.getMethodName();
    }

    private String remedyForRows() {
        if (isAggregate()) {
            return "Ask for all of them in one query: `select " + column + ", … from " + table + " where " + column
                    + " in (…) group by " + column + "`.";
        }
        String inList = "in one query: `where " + column + " in (…)` " + BATCHES + ".";
        return correlation
                .map(found -> "Load them with the parent: `" + join(found) + "` (JPA: join fetch or @EntityGraph), or "
                        + inList)
                .orElse("If the values come from rows that were read before, join these rows to that query (JPA: join"
                        + " fetch or @EntityGraph); or ask for all of them " + inList);
    }

    private boolean isAggregate() {
        boolean alone = child.facts().slots().stream().noneMatch(slot -> slot.role() == Role.LIMIT);
        return alone && child.facts().functions().stream().anyMatch(AGGREGATES::contains);
    }

    private String join(Correlation found) {
        String parent = parentTable(found.parent().statement());
        String joined = parent.equals(table) ? "other" : table;
        String as = parent.equals(table) ? " as other" : "";
        return "select … from " + parent + " join " + table + as + " on " + joined + "." + column + " = " + parent + "."
                + found.parent().label();
    }

    /** Of several tables the one that the child's column or the table itself is named after. */
    private String parentTable(SqlFacts parent) {
        String identified = Name.identified(Name.plain(column));
        return parent.tables().stream()
                .filter(candidate -> identified != null && Name.holds(candidate, identified))
                .findFirst()
                .or(() -> Wording.table(parent))
                .orElse("parent");
    }
}
