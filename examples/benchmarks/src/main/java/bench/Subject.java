package bench;

import bench.jdbc.DelegateDataSource;
import bench.jdbc.Meter;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.Plimsoll;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.WorkTotals;
import dev.plimsoll.work.UnitOfWork;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What is put around a driver. A data source that can be closed is closed after its measurement. */
@SuppressWarnings("ImmutableEnumChecker") // a function without state is immutable
public enum Subject {
    RAW("the driver itself", driver -> driver),
    DELEGATE("a hand-written delegate of everything", driver -> DelegateDataSource.of(driver, Meter.OFF)),
    TIMED("the same with clock and counters", driver -> DelegateDataSource.of(driver, new Meter.Timed())),
    HIKARICP("a connection pool, which records nothing", Subject::pooled),
    PLIMSOLL("every detector on, as in production", Subject::watched),
    LOGGED("the same with a logbook", Subject::logged),
    TIMELINES("the same with a logbook that keeps timelines", Subject::loggedWithTimelines),
    OWNED("the same in a unit of work that somebody else begins, as the agent and the starter do", Subject::watched) {
        @Override
        UnitOfWork begin() {
            return UnitOfWork.begin("benchmark");
        }
    },
    OWNED_LOGGED("the same with a logbook", Subject::logged) {
        @Override
        UnitOfWork begin() {
            return UnitOfWork.begin("benchmark");
        }
    },
    OWNED_COUNTED("the same with sums for meters, as the starter has them", Subject::counted) {
        @Override
        UnitOfWork begin() {
            return UnitOfWork.begin("benchmark");
        }
    },
    AGENT("the same by the agent in the JVM, which finds data source and unit by itself", driver -> driver) {
        @Override
        AutoCloseable begin() {
            return AgentUnit.begin();
        }

        @Override
        boolean endsUnitsWithTheirTask() {
            return true;
        }

        @Override
        List<String> jvmOptions() {
            String jar = System.getProperty("benchmarks.agent", "agent/target/plimsoll-agent.jar");
            return List.of("-javaagent:" + jar + "=profile=prod,report.log=false");
        }
    },
    ROUTED("the same over a primary and two replicas, between which it decides", Subject::routed) {
        @Override
        UnitOfWork begin() {
            return UnitOfWork.begin("benchmark");
        }
    };

    private final String description;
    private final UnaryOperator<DataSource> wrapper;

    Subject(String description, UnaryOperator<DataSource> wrapper) {
        this.description = description;
        this.wrapper = wrapper;
    }

    private static DataSource pooled(DataSource driver) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private static DataSource watched(DataSource driver) {
        return builder(driver).wrap();
    }

    private static DataSource logged(DataSource driver) {
        return builder(driver).logbook(Logbook.create(), "benchmark").wrap();
    }

    private static DataSource counted(DataSource driver) {
        return builder(driver).totals(WorkTotals.create()).wrap();
    }

    private static DataSource loggedWithTimelines(DataSource driver) {
        return builder(driver).logbook(Logbook.withTimelines(), "benchmark").wrap();
    }

    private static DataSource routed(DataSource driver) {
        return builder(driver).replica("a", driver).replica("b", driver).wrap();
    }

    private static Plimsoll.Builder builder(DataSource driver) {
        return Plimsoll.builder(driver)
                .profile(Profile.PROD)
                .option("report.log", "false")
                .reporter(finding -> {});
    }

    String description() {
        return description;
    }

    DataSource around(DataSource driver) {
        return wrapper.apply(driver);
    }

    /** Begins what the statements of the current thread belong to, if that is not up to the subject. */
    @Nullable
    AutoCloseable begin() {
        return null;
    }

    /** Whether a unit lasts no longer than the task of the pool's thread that began it; each iteration is such a task. */
    boolean endsUnitsWithTheirTask() {
        return false;
    }

    /** What else the JVM needs in which it is measured. */
    List<String> jvmOptions() {
        return List.of();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
