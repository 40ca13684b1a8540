package dev.plimsoll.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void transactionsMayEndWhileTheyAreLookedAt() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(ShortTransactions.AS_THE_SWEEPER_LOOKS));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ShortTransactions.class.getName()));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(told).isZero();
    }

    @Test
    void itBelongsToNoGroupThatMayEndBeforeIt() {
        assertThat(sweeper().isDaemon()).isTrue();
        assertThat(sweeper().getThreadGroup().getParent()).isNull();
        assertThat(sweeper().getContextClassLoader()).isNull();
    }
}
