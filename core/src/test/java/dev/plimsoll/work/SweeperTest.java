package dev.plimsoll.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweeperTest {
    private final Observation seen = new Observation();

    @AfterEach
    void close() {
        seen.close();
    }

    private static Thread sweeper() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("plimsoll-sweeper"))
                .findAny()
                .orElseThrow();
    }

    @Test
    void anInterruptNeitherEndsItNorKeepsItAwake() {
        sweeper().interrupt();
        await().untilAsserted(() -> assertThat(sweeper().isInterrupted()).isFalse());

        Session session = seen.session();
        session.autoCommit(false, 0);
        seen.execute(session, "update account set balance = 1");
        seen.pass(2, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(seen.transactions).isNotEmpty());
        session.rolledBack();
    }

    @Test
    void itBelongsToNoGroupThatMayEndBeforeIt() {
        assertThat(sweeper().isDaemon()).isTrue();
        assertThat(sweeper().getThreadGroup().getParent()).isNull();
        assertThat(sweeper().getContextClassLoader()).isNull();
    }
}
