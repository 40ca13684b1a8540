package dev.plimsoll.agent.inside.report;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.logbook.ExecutionTotals;
import dev.plimsoll.logbook.LoggedFinding;
import dev.plimsoll.logbook.LoggedNodes;
import dev.plimsoll.logbook.LoggedTransaction;
import dev.plimsoll.logbook.StatementTotal;
import dev.plimsoll.logbook.TopStatements;
import dev.plimsoll.route.Guarantee;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.RouteStatistics.NodeStatistics;
import dev.plimsoll.route.RouteStatistics.Role;
import dev.plimsoll.work.ObservedTransaction;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What a shop's logbook may hold. */
final class Samples {
    private static final Instant MORNING =
            LocalDateTime.of(2026, 1, 5, 8, 0).atZone(ZoneId.systemDefault()).toInstant();
    private static final String LINES =
            "select l1_0.order_id, l1_0.id, l1_0.cents, l1_0.quantity, l1_0.title, l1_0.widget_id from orderline l1_0 where"
                    + " l1_0.order_id = ? order by l1_0.id";
    private static final String ORDERS = "select o1_0.id, o1_0.state from orders o1_0 where o1_0.customer_id = ?";
    private static final String PLACE = "shop.page.OrdersPage.page(OrdersPage.java:52)";
    private static final String PARENT_PLACE = "shop.page.OrdersPage.broken(OrdersPage.java:30)";

    private Samples() {}

    static Snapshot shop() {
        return new Snapshot(
                List.of(finding(Severity.ERROR), outer()),
                statements(),
                statements(),
                List.of(idle(), executing()),
                List.of(nodes()));
    }

    static Snapshot nothing() {
        TopStatements none = new TopStatements(List.of(), ExecutionTotals.NONE, ExecutionTotals.NONE);
        return new Snapshot(List.of(), none, none, List.of(), List.of());
    }

    static LoggedFinding finding(Severity severity) {
        Finding finding = new Finding(
                "6f07231bf2d2",
                "n-plus-one",
                severity,
                Confidence.CONFIRMED,
                "GET /orders",
                PLACE,
                LINES,
                25,
                1_500,
                List.of(
                        new Evidence("parent", ORDERS + " at " + PARENT_PLACE),
                        new Evidence("column", "`id` of those rows holds 25 of 25 values looked at"),
                        new Evidence("executions", "25, with 25 different values"),
                        new Evidence("time", "3.5 ms in all, at least 64 µs each")),
                "Each row of `orders` (read at shop.page.OrdersPage.broken) fetched its `orderline` rows by `order_id` one query at"
                        + " a time. Load them with the parent: `select … from orders join orderline on orderline.order_id ="
                        + " orders.id` (JPA: join fetch or @EntityGraph).",
                "https://plimsoll.dev/detectors/n-plus-one");
        return new LoggedFinding("shop", finding, 1_208, 12_410_000, MORNING, MORNING.plusSeconds(3_725), 0);
    }

    private static LoggedFinding outer() {
        Finding finding = new Finding(
                "0a1b2c3d4e5f",
                "idle-in-transaction",
                Severity.WARNING,
                Confidence.CONFIRMED,
                "POST /checkout",
                "",
                "",
                1,
                1_200_000,
                List.of(new Evidence("idle", "1.2 s since the last statement")),
                "What the application does between two statements keeps the transaction open.",
                "https://plimsoll.dev/detectors/idle-in-transaction");
        return new LoggedFinding("shop", finding, 1, 1_200_000, MORNING, MORNING, 0);
    }

    private static TopStatements statements() {
        ExecutionTotals lines = new ExecutionTotals(30_200, 0, 4_230_000_000L, 12_400_000, 90_600, 0, 0);
        ExecutionTotals orders = new ExecutionTotals(1_208, 3, 850_700_000, 9_000_000, 30_200, 0, 0);
        ExecutionTotals others = new ExecutionTotals(45, 0, 2_900_000, 310_000, 45, 0, 0);
        return new TopStatements(
                List.of(
                        new StatementTotal("shop", "", "a1", LINES, PLACE, lines),
                        new StatementTotal("shop", "tenant_a", "b2", ORDERS, "", orders)),
                others,
                lines.plus(orders).plus(others));
    }

    private static LoggedTransaction idle() {
        return new LoggedTransaction(
                "shop",
                7,
                ObservedTransaction.State.IDLE,
                "POST /checkout",
                74_300_000_000L,
                73_900_000_000L,
                3,
                "update stock set amount = amount - ? where widget_id = ?",
                List.of("stock", "orders"),
                "http-nio-8080-exec-4",
                List.of(
                        "shop.payment.Gateway.charge(Gateway.java:88)",
                        "shop.page.Checkout.pay(Checkout.java:41)",
                        "shop.page.Checkout.post(Checkout.java:19)"));
    }

    private static LoggedTransaction executing() {
        return new LoggedTransaction(
                "shop",
                8,
                ObservedTransaction.State.EXECUTING,
                "nightly report",
                2_500_000_000L,
                0,
                1,
                "select sum(cents) from orderline",
                List.of(),
                "scheduling-1",
                List.of());
    }

    private static LoggedNodes nodes() {
        NodeStatistics primary = new NodeStatistics(
                "primary",
                Role.PRIMARY,
                90_000_000,
                0,
                0,
                310_000_000,
                Map.of(Reason.NOT_READ_ONLY, 412L),
                0,
                false,
                null);
        NodeStatistics near = new NodeStatistics(
                "a", Role.STANDBY, 90_000_000, 0, 0, 12_000_000, Map.of(Reason.DECLARED, 5_120L), 3, false, null);
        NodeStatistics far = new NodeStatistics(
                "b",
                Role.UNUSED,
                70_000_000,
                20_000_000,
                42_000_000_000L,
                9_000_000,
                Map.of(Reason.DECLARED, 20L),
                0,
                false,
                "it is another cluster's");
        return new LoggedNodes(
                "shop",
                new RouteStatistics(
                        List.of(primary, near, far),
                        5_400,
                        5_140,
                        260,
                        0,
                        0,
                        Map.of(),
                        16,
                        0,
                        Guarantee.values()[0],
                        new RouteStatistics.Releases(0, 0, 0)));
    }
}
