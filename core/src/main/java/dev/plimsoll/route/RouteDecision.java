package dev.plimsoll.route;

/**
 * Where one unit went, a transaction or a statement in autocommit, and why.
 *
 * @param node the node; its {@link Node#name()} is the one given by whoever configured it
 */
public record RouteDecision(Node node, boolean replica, Reason reason) {
    @Override
    public String toString() {
        return node.name() + " (" + reason.key() + ")";
    }
}
