package cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {

    @Test
    void closingLeavesNoProcessAndNoDirectory() throws Exception {
        List<ProcessHandle> processes;
        Path data;
        try (Cluster cluster = Cluster.start(2)) {
            data = Path.of(String.valueOf(cluster.primary().query("show data_directory")));
            processes = processes(cluster);
            assertThat(processes).hasSizeGreaterThan(15);
        }
        assertThat(processes).noneMatch(ClusterTest::lives);
        assertThat(data.getParent().getParent()).doesNotExist();
        assertThat(Files.exists(data)).isFalse();
    }

    private static List<ProcessHandle> processes(Cluster cluster) {
        List<Long> ports =
                cluster.servers().stream().map(server -> (long) server.port()).toList();
        assertThat(ports).doesNotHaveDuplicates();
        return ProcessHandle.current().descendants().toList();
    }

    private static boolean lives(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(c -> c.endsWith("/postgres")).orElse(false);
    }
}
