package dev.plimsoll.spring.page;

import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.LogbookJson;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * What Plimsoll has seen, as JSON. Never a bind value or a literal. Safe for use by many threads.
 */
@Endpoint(id = "plimsoll")
public final class PlimsollEndpoint {
    private static final String JSON = "application/json";
    private static final int MOST_STATEMENTS = 100;

    private final Logbook logbook;
    private final NodeHistory nodes;

    PlimsollEndpoint(Logbook logbook, NodeHistory nodes) {
        this.logbook = logbook;
        this.nodes = nodes;
    }

    /** How much there is of everything. */
    @ReadOperation(produces = JSON)
    public String summary() {
        return LogbookJson.summary(logbook);
    }

    /**
     * One part of it.
     *
     * @param part {@code findings}, {@code units} (without their timelines), {@code statements}, {@code transactions} or {@code nodes}
     * @return null, which is not found, for any other
     */
    @ReadOperation(produces = JSON)
    public @Nullable String part(@Selector String part) {
        return switch (part) {
            case "findings" -> LogbookJson.findings(logbook);
            case "units" -> LogbookJson.units(logbook);
            case "statements" -> LogbookJson.statements(logbook, Logbook.Order.TIME, MOST_STATEMENTS);
            case "transactions" -> LogbookJson.transactions(logbook);
            case "nodes" -> nodes.json(NodeHistory.MOST);
            default -> null;
        };
    }

    /**
     * One of many, or in another order.
     *
     * @param which the number of one of the {@code units}, with its timeline; {@code time}, {@code executions} or {@code rows}, by which
     *     {@code statements} are sorted; or the seconds that the history of {@code nodes} goes back
     * @return null, which is not found, for any other
     */
    @ReadOperation(produces = JSON)
    public @Nullable String one(@Selector String part, @Selector String which) {
        return switch (part) {
            case "units" -> unit(which);
            case "statements" -> statements(which);
            case "nodes" -> which.matches("\\d{1,4}") ? nodes.json(Integer.parseInt(which)) : null;
            default -> null;
        };
    }

    private @Nullable String unit(String number) {
        if (!number.matches("\\d{1,18}")) {
            return null;
        }
        return logbook.unit(Long.parseLong(number)).map(LogbookJson::unit).orElse(null);
    }

    private @Nullable String statements(String order) {
        return switch (order) {
            case "time" -> LogbookJson.statements(logbook, Logbook.Order.TIME, MOST_STATEMENTS);
            case "executions" -> LogbookJson.statements(logbook, Logbook.Order.EXECUTIONS, MOST_STATEMENTS);
            case "rows" -> LogbookJson.statements(logbook, Logbook.Order.ROWS, MOST_STATEMENTS);
            default -> null;
        };
    }
}
