package dev.plimsoll.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {
    private static final long LIMIT = 16L << 20;
    private static final int TEXTS = 10_000;
    private static final int ROUNDS = 10;

    @Test
    void aHundredThousandExecutionsOfTenThousandTextsStayUnderSixteenMegabytes() {
        try (Observation warm = new Observation();
                Observation seen = new Observation()) {
            execute(warm, 100, 1);
            warm.units.clear();
            long before = usedHeap();
            try (UnitOfWork unit = UnitOfWork.begin("all different")) {
                Session session = seen.session();
                for (int round = 0; round < ROUNDS; round++) {
                    for (int i = 0; i < TEXTS; i++) {
                        seen.execute(session, text(i, round));
                    }
                    seen.units.clear();
                }
                long grown = usedHeap() - before;
                assertThat(grown).as("bytes held after 100,000 executions").isLessThan(LIMIT);
                Reference.reachabilityFence(unit);
            }
            assertThat(seen.only().dropped()).isPositive();
        }
    }

    private static void execute(Observation seen, int texts, int round) {
        Session session = seen.session();
        for (int i = 0; i < texts; i++) {
            seen.execute(session, text(i, round));
        }
    }

    private static String text(int table, int id) {
        return "select o.id, o.name, o.created_at from orders_" + table + "_x o where o.customer_id = " + id
                + " and o.state = 'open' order by o.created_at";
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
