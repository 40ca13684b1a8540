package dev.plimsoll.detect;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedStatement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names and phrases that advice and evidence are made of. */
final class Wording {
    private Wording() {}

    /** The first table of a text. */
    static Optional<String> table(SqlFacts facts) {
        return facts.tables().stream().findFirst();
    }

    /** The first table of a text in code quotes, or words for it. */
    static String tableQuoted(SqlFacts facts) {
        return table(facts).map(Wording::quoted).orElse("the table");
    }

    static String quoted(String name) {
        return "`" + name + "`";
    }

    static String quoted(List<String> names) {
        return names.stream().map(Wording::quoted).collect(Collectors.joining(", "));
    }

    /** A statement and its place, as evidence. */
    static String located(SqlFacts facts, Optional<CallSite> callSite) {
        return facts.shape() + callSite.map(site -> " at " + site.display()).orElse("");
    }

    /** The time of all executions and of the quickest. */
    static String time(ObservedStatement statement) {
        String all = Amount.time(statement.elapsedNanos());
        return statement.executions() < 2
                ? all
                : all + " in all, at least " + Amount.time(statement.minElapsedNanos()) + " each";
    }

    /** Application frames of a thread, innermost first. */
    static String stack(CallSite site) {
        return site.frames().stream().map(CallSite::display).collect(Collectors.joining(" < "));
    }
}
