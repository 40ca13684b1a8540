package bench;

import static org.assertj.core.api.Assertions.assertThat;

import bench.jdbc.NoopDataSource;
import bench.work.Work;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes, unlike time, are the same on every machine once the compiler has done its work. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 60;
    private static final int RUNS = 500;

    @ParameterizedTest
    @CsvSource({"W2, 64", "W3, 100"})
    void aResultCostsFewBytesAndARowNone(Workload workload, long most) throws Exception {
        DataSource watched = Subject.PLIMSOLL.around(NoopDataSource.create());
        long raw = fewestBytes(workload, NoopDataSource.create());
        assertThat(fewestBytes(workload, watched) - raw).isBetween(0L, most);
    }

    /** Of one run, in the best of many rounds: at first the code is not compiled, and now and then a unit is looked at. */
    private static long fewestBytes(Workload workload, DataSource dataSource) throws SQLException {
        long fewest = Long.MAX_VALUE;
        try (Work work = workload.on(dataSource)) {
            for (int round = 0; round < ROUNDS; round++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                for (int run = 0; run < RUNS; run++) {
                    work.run();
                }
                long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
                fewest = Math.min(fewest, bytes / RUNS);
            }
        }
        return fewest;
    }
}
