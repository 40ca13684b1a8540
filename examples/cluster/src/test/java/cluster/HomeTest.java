package cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeTest {

    @Test
    void aKilledJvmLeavesNoServerAndNoDirectory() throws Exception {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = jvm.inputReader()) {
            Path data = Path.of(output.readLine());
            List<ProcessHandle> servers = jvm.descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                    .toList();
            assertThat(servers).hasSizeGreaterThan(10);
            jvm.destroyForcibly();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> servers.stream()
                            .noneMatch(process -> process.info().command().isPresent()));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !Files.exists(data.getParent().getParent()));
        }
    }

    /** Starts a cluster, says where, and waits to be killed. */
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            try (Cluster cluster = Cluster.start(1)) {
                System.out.println(cluster.primary().query("show data_directory"));
                System.in.read();
            }
        }
    }
}
