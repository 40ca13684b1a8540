package checker;

import java.sql.Connection;

/** Counts the reads that are on the primary at this moment because no replica is fit for anybody. Safe for use by many threads. */
final class Diversions {
    private final Subject subject;
    private final Violations violations;
    private final int limit;
    private int present;
    private int most;

    Diversions(Subject subject, Violations violations) {
        this.subject = subject;
        this.violations = violations;
        this.limit = subject.freePlaces();
    }

    /** The connection's transaction has begun and not ended; says whether it counts. */
    boolean enter(Connection connection) {
        String decision = subject.decision(connection);
        boolean diverted = decision.contains("(no-replica)") || decision.contains("(lag)");
        if (diverted) {
            count();
        }
        return diverted;
    }

    private synchronized void count() {
        present++;
        most = Math.max(most, present);
        if (present > limit) {
            violations.add(Invariant.I8, present + " reads were diverted to the primary at a time, not " + limit);
        }
    }

    synchronized void leave() {
        present--;
    }

    /** All have left, so all places are free. */
    void judge() {
        if (subject.freePlaces() != limit) {
            violations.add(Invariant.I8, subject.freePlaces() + " places are free when all is quiet, not " + limit);
        }
    }

    synchronized int most() {
        return most;
    }
}
