package dev.plimsoll.route;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Runs random schedules against what readers are promised. {@code -Dplimsoll.model.seed=…} runs one again. */
class RouterModelTest {
    private static final long BUDGET_NANOS = 3_000_000_000L;
    private static final int STEPS = 300;

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.plimsoll.route");

    @BeforeEach
    void logsNothing() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void logsAgain() {
        logger.setLevel(null);
    }

    // T1, T56, T66, T67
    @Test
    void readersAreServedAsTheirLevelPromisesWhateverHappens() {
        Long seed = Long.getLong("plimsoll.model.seed");
        if (seed != null) {
            new RouterModel(seed).run(STEPS);
            return;
        }
        long first = System.nanoTime();
        long reads = 0;
        int schedules = 0;
        do {
            reads += run(first + schedules++);
        } while (System.nanoTime() - first < BUDGET_NANOS || schedules < 1000);
        assertThat(reads).as("reads on replicas").isGreaterThan(schedules);
    }

    private static int run(long seed) {
        RouterModel model = new RouterModel(seed);
        try {
            model.run(STEPS);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dplimsoll.model.seed=" + seed + ": " + e.getMessage(), e);
        }
        return model.readsOnReplicas();
    }
}
