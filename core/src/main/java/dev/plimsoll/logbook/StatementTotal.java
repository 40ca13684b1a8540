package dev.plimsoll.logbook;

/**
 * All executions of one statement at one call site of the application, through one data source.
 *
 * @param dataSource name of the data source
 * @param schema the session's schema if the application has set one, otherwise empty
 * @param fingerprint of the shape, in hexadecimal digits
 * @param shape the statement without literals; cut after {@value Logbook#MAX_SHAPE} characters
 * @param callSite the first application frame, as {@code shop.OrderPage.lines(OrderPage.java:42)}; empty for executions of which none
 *     is known, in the profile {@code prod} for most that were the only ones of their statement in a unit of work
 */
public record StatementTotal(
        String dataSource, String schema, String fingerprint, String shape, String callSite, ExecutionTotals totals) {}
