package dev.plimsoll.finding;

import java.util.List;

/**
 * One place where an application overloads its database.
 *
 * @param id stable across builds: of kind, fingerprint and call site without its line
 * @param kind rule id of the detector, such as {@code n-plus-one}
 * @param severity how much it matters
 * @param confidence how well it is proven
 * @param unit name of the unit of work it was seen in
 * @param callSite the first application frame, as {@code shop.OrderPage.lines(OrderPage.java:42)}; empty if none is known
 * @param shape the statement concerned, without literals; empty if it is the data source as a whole
 * @param count how often the statement ran in that unit (for transactions and data sources: 1)
 * @param timeLostMicros upper bound of the time that the fix saves, in microseconds
 * @param evidence what was measured, most telling first
 * @param advice how to mend it, naming the tables and columns at hand
 * @param documentation address of the page on this kind
 */
public record Finding(
        String id,
        String kind,
        Severity severity,
        Confidence confidence,
        String unit,
        String callSite,
        String shape,
        long count,
        long timeLostMicros,
        List<Evidence> evidence,
        String advice,
        String documentation) {

    public Finding {
        evidence = List.copyOf(evidence);
    }
}
