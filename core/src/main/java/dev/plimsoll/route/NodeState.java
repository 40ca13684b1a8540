package dev.plimsoll.route;

/**
 * What is known of a node, folded from its samples. Immutable.
 *
 * @param node whose state it is
 * @param position for a standby, how far it has replayed at least; for a primary, how far it has flushed
 * @param sampledAt when the question was asked that the position answers
 * @param behindBytes what of the primary's log it has not replayed
 * @param behindNanos how old the last commit is that it shows; 0 if it has replayed everything
 */
record NodeState(
        Node node,
        boolean writable,
        Epoch epoch,
        long incarnation,
        long position,
        long sampledAt,
        long behindBytes,
        long behindNanos,
        boolean paused) {

    static NodeState of(Node node, PrimarySample sample) {
        return new NodeState(
                node, true, sample.epoch(), sample.incarnation(), sample.flushed(), sample.startedAt(), 0, 0, false);
    }

    /** A position that was reached stays reached, until the server starts anew: after a crash it may have to replay once more. */
    static NodeState of(Node node, StandbySample sample, long primaryPosition) {
        NodeState before = node.state();
        long position = before != null && goesOn(before, sample)
                ? Math.max(before.position, sample.replayed())
                : sample.replayed();
        long bytes = behind(primaryPosition, position);
        return new NodeState(
                node,
                false,
                sample.epoch(),
                sample.incarnation(),
                position,
                sample.startedAt(),
                bytes,
                bytes == 0 ? 0 : Math.max(0, sample.behindNanos()),
                sample.paused());
    }

    /** The same, now that the primary is known to be at {@code primaryPosition}, or still as far behind as it was. */
    NodeState reckoned(long primaryPosition) {
        long bytes = Math.max(behindBytes, behind(primaryPosition, position));
        return new NodeState(node, writable, epoch, incarnation, position, sampledAt, bytes, behindNanos, paused);
    }

    private static boolean goesOn(NodeState before, StandbySample sample) {
        return !before.writable && before.incarnation == sample.incarnation() && before.epoch.equals(sample.epoch());
    }

    /** What lies between the primary's position and a replica's. */
    static long behind(long primaryPosition, long replayed) {
        return Math.max(0, primaryPosition - replayed);
    }

    boolean isOf(long incarnationOfConnection) {
        return incarnation == incarnationOfConnection;
    }
}
