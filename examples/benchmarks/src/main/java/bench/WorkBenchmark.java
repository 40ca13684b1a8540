package bench;

import bench.work.Work;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What JMH runs: one workload on one subject around one driver. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls open
public class WorkBenchmark {
    @Param
    private Driver driver;

    @Param
    private Subject subject;

    @Param
    private Workload workload;

    private DataSource dataSource;
    private Work work;
    private @Nullable AutoCloseable unit;

    @Setup
    public void open() throws SQLException {
        dataSource = subject.around(driver.open());
        work = workload.on(dataSource);
    }

    /** On the thread that runs the benchmark. */
    @Setup(Level.Iteration)
    public void begin() {
        if (unit == null) {
            unit = subject.begin();
        }
    }

    @Benchmark
    public long run() throws SQLException {
        return work.run();
    }

    @TearDown(Level.Iteration)
    public void end() throws Exception {
        if (subject.endsUnitsWithTheirTask()) {
            endUnit();
        }
    }

    @TearDown
    public void close() throws Exception {
        work.close();
        endUnit();
        if (dataSource instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    private void endUnit() throws Exception {
        if (unit != null) {
            unit.close();
            unit = null;
        }
    }
}
