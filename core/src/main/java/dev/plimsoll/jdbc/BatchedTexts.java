package dev.plimsoll.jdbc;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.Session;
import java.util.ArrayList;
import java.util.List;

/** The texts that were added to the batch of one plain statement, alike ones together. */
final class BatchedTexts {
    /** Different texts kept apart; later ones count as the last of them. */
    private static final int MAX_DIFFERENT = 64;

    private final List<Alike> texts = new ArrayList<>(1);

    void add(SqlFacts facts) {
        for (Alike alike : texts) {
            if (alike.facts.fingerprint() == facts.fingerprint()) {
                alike.rows++;
                return;
            }
        }
        if (texts.size() < MAX_DIFFERENT) {
            texts.add(new Alike(facts));
        } else {
            texts.get(MAX_DIFFERENT - 1).rows++;
        }
    }

    /** Facts of the first text, to which the driver's time is counted. */
    SqlFacts first() {
        return texts.get(0).facts;
    }

    void executed(Session session, long startedAt) {
        long started = startedAt;
        for (int i = 0; i < texts.size(); i++) {
            Alike alike = texts.get(i);
            if (i > 0) {
                started = session.started(alike.facts);
            }
            if (alike.facts.isWork()) {
                session.executedBatch(alike.facts, alike.rows, started, null);
            } else {
                session.executed(alike.facts, null, started, null);
            }
        }
    }

    private static final class Alike {
        final SqlFacts facts;
        int rows = 1;

        Alike(SqlFacts facts) {
            this.facts = facts;
        }
    }
}
