package bench;

import static org.assertj.core.api.Assertions.assertThat;

import bench.jdbc.DelegateDataSource;
import bench.jdbc.Meter;
import bench.jdbc.NoopDataSource;
import bench.work.Work;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadTest {

    static Stream<Arguments> everyWorkloadOnEverySubject() {
        return Stream.of(Workload.values())
                .flatMap(workload -> Stream.of(Subject.values()).map(subject -> Arguments.of(workload, subject)));
    }

    @ParameterizedTest
    @MethodSource("everyWorkloadOnEverySubject")
    void doesTheSameOnEverySubject(Workload workload, Subject subject) throws Exception {
        Meter.Timed executions = new Meter.Timed();
        DataSource dataSource = subject.around(DelegateDataSource.of(NoopDataSource.create(), executions));
        try (Work work = workload.on(dataSource)) {
            assertThat(new long[] {work.run(), work.run()}).isEqualTo(results(workload));
        } finally {
            close(dataSource);
        }
        assertThat(executions.executions()).isEqualTo(workload == Workload.W5 ? 4 : 2);
    }

    /** Rows are {@code (id, "keel", 3)}. */
    private static long[] results(Workload workload) {
        return switch (workload) {
            case W1, W2 -> new long[] {1 + 7, 2 + 7};
            case W3 -> new long[] {507_500, 507_500};
            case W4 -> new long[] {1 + 7, 1 + 7};
            case W5 -> new long[] {2, 2};
            case W6 -> new long[] {100, 100};
        };
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoConnectionOpenInAPool(Workload workload) throws Exception {
        DataSource pool = Subject.HIKARICP.around(NoopDataSource.create());
        for (int i = 0; i < 2; i++) { // of the one connection that it has
            try (Work work = workload.on(pool)) {
                work.run();
            }
        }
        close(pool);
    }

    private static void close(DataSource dataSource) throws Exception {
        if (dataSource instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
