package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program with a pool of one database, and an agent that is told of its replica. */
class ReplicasIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static Cluster cluster;

    private final List<String> logged = new ArrayList<>();

    @BeforeAll
    static void start() throws SQLException {
        cluster = Cluster.start(1);
        cluster.primary().execute("create table counter (n int)", "insert into counter values (0)");
        cluster.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hikari", "tomcat", "dbcp"})
    void readsGoToTheReplicaAndWritesToThePrimary(String pool) throws Exception {
        try (ChildJvm program = program(pool, withReplicas(host(standby())))) {
            awaitReplica(program);
            assertThat(ask(program, "read only")).isEqualTo(port(standby()));
            assertThat(ask(program, "write")).isEqualTo(port(cluster.primary()));
            assertThat(ask(program, "many")).isEqualTo("0 missed");
            assertThat(ask(program, "active")).isEqualTo("0");
            assertThat(ask(program, "close")).isEqualTo("[]");
        }
    }

    @Test
    void connectionsWithoutAPoolAreNotRouted() throws Exception {
        try (ChildJvm program = program("hikari", withReplicas(host(standby())))) {
            awaitReplica(program);
            assertThat(ask(program, "unpooled")).isEqualTo(port(cluster.primary()));
            assertThat(ask(program, "unpooled")).isEqualTo(port(cluster.primary()));
        }
        assertThat(said("that are opened without a pool are watched but not routed"))
                .isOne();
    }

    @Test
    void withAReplicaThatIsNotThereEverythingGoesOnAtThePrimary() throws Exception {
        try (ChildJvm program = program("hikari", withReplicas("localhost:1"))) {
            await().atMost(SOON).until(() -> {
                assertThat(ask(program, "read")).isEqualTo(port(cluster.primary()));
                return said("localhost:1", "WARN") > 0;
            });
            assertThat(ask(program, "read only")).isEqualTo(port(cluster.primary()));
            assertThat(ask(program, "many")).isEqualTo("0 missed");
        }
        assertThat(said("localhost:1", "WARN")).isOne();
    }

    @Test
    void aWarmPoolIsRoutedOnceItOpensAConnection() throws Exception {
        try (ChildJvm program = program("hikari")) {
            for (int times = 0; times < 2; times++) {
                assertThat(program.tell("attach", "replicas=" + host(standby())))
                        .isEqualTo("ok");
                assertThat(ask(program, "read only")).isEqualTo(port(cluster.primary()));
                assertThat(ask(program, "renew")).isEqualTo("renewed");
                awaitReplica(program);
                assertThat(ask(program, "many")).isEqualTo("0 missed");
                assertThat(program.tell("detach")).isEqualTo("ok");
                assertThat(ask(program, "collect")).isEqualTo("collected");
                assertThat(ask(program, "read only")).isEqualTo(port(cluster.primary()));
            }
        }
        assertThat(said("not routed to replicas until it opens its next connection"))
                .isEqualTo(2);
    }

    @Test
    void aConnectionThatIsOutGoesOnAfterDetach() throws Exception {
        try (ChildJvm program = program("hikari", withReplicas(host(standby())))) {
            awaitReplica(program);
            assertThat(ask(program, "hold")).isEqualTo(port(standby()));
            assertThat(program.tell("detach")).isEqualTo("ok");
            assertThat(ask(program, "use held")).isEqualTo(port(standby()) + " " + port(cluster.primary()));
            assertThat(ask(program, "active")).isEqualTo("0");
            assertThat(ask(program, "read only")).isEqualTo(port(cluster.primary()));
        }
    }

    private static Server standby() {
        return cluster.standbys().get(0);
    }

    private static String host(Server server) {
        return "localhost:" + server.port();
    }

    private static String port(Server server) {
        return String.valueOf(server.port());
    }

    private static String withReplicas(String replicas) {
        return "-javaagent:" + ChildJvm.jar() + "=replicas=" + replicas;
    }

    private ChildJvm program(String pool, String... options) {
        ChildJvm program = ChildJvm.start(
                List.of(options), "ReadsAndWrites", cluster.primary().directUrl(), pool);
        assertThat(read(program)).isEqualTo("= warm");
        return program;
    }

    private void awaitReplica(ChildJvm program) {
        await().atMost(SOON).until(() -> ask(program, "read").equals(port(standby())));
    }

    private String ask(ChildJvm program, String question) {
        String answer = program.ask(question);
        return answer.startsWith("= ") ? answer.substring(2) : rest(program, answer);
    }

    private String rest(ChildJvm program, String line) {
        logged.add(line);
        return read(program).replaceFirst("^= ", "");
    }

    /** The next line that is not of the program's log. */
    private String read(ChildJvm program) {
        String line = program.answer();
        while (!line.startsWith("= ") && !line.startsWith("ended")) {
            logged.add(line);
            line = program.answer();
        }
        return line;
    }

    private long said(String... parts) {
        return logged.stream()
                .filter(line -> List.of(parts).stream().allMatch(line::contains))
                .count();
    }
}
