package dev.plimsoll.jdbc;

import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.RoutedConnection;
import dev.plimsoll.work.Place;
import java.sql.Connection;

/** From what a routed connection tells of its last unit to what counts in a unit of work. */
final class Placing {
    private Placing() {}

    static Place of(Connection raw) {
        RouteDecision decision = raw instanceof RoutedConnection routed ? routed.lastDecision() : null;
        if (decision == null) {
            return Place.NOT_ROUTED;
        }
        if (decision.replica()) {
            return Place.REPLICA;
        }
        return switch (decision.reason()) {
            case NOT_READ_ONLY, AUTOCOMMIT_READS_OFF -> Place.PRIMARY_UNDECLARED;
            default -> Place.PRIMARY_BY_NEED;
        };
    }
}
