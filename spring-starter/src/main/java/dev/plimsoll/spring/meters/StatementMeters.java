package dev.plimsoll.spring.meters;

import dev.plimsoll.logbook.ExecutionTotals;
import dev.plimsoll.logbook.WorkTotals;
import dev.plimsoll.logbook.WorkTotals.Kind;
import dev.plimsoll.spring.DataSourceTotals;
import dev.plimsoll.spring.DataSourceTotals.Counted;
import dev.plimsoll.work.Mark;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Statements, rows and transactions of each data source. Sums that are asked for when somebody looks at the meters; only the end of a
 * transaction is told to its timer, so that it can have a histogram.
 */
final class StatementMeters implements MeterBinder {
    private final DataSourceTotals all;

    StatementMeters(DataSourceTotals all) {
        this.all = all;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        all.each(counted -> {
            Tags tags = Tags.of("dataSource", counted.bean());
            for (Kind kind : Kind.values()) {
                statements(counted, kind, tags.and("kind", kind.name().toLowerCase(Locale.ROOT)), registry);
            }
            transactions(counted.totals(), tags, registry);
        });
    }

    private static void statements(Counted counted, Kind kind, Tags tags, MeterRegistry registry) {
        WorkTotals totals = counted.totals();
        FunctionTimer.builder(
                        "db.client.operation.duration",
                        totals,
                        asked -> asked.executions(kind).executions(),
                        asked -> asked.executions(kind).nanos(),
                        TimeUnit.NANOSECONDS)
                .description("Statements that succeeded, and the time the driver took for them")
                .tags(tags.and("db.system.name", counted.system()))
                .register(registry);
        count("plimsoll.statements.failed", "Statements that the driver refused", totals, tags, registry, kind);
        count("plimsoll.rows", "Rows read from results", totals, tags, registry, kind);
    }

    private static void count(
            String name, String description, WorkTotals totals, Tags tags, MeterRegistry registry, Kind kind) {
        FunctionCounter.builder(name, totals, asked -> value(name, asked.executions(kind)))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private static long value(String name, ExecutionTotals totals) {
        return name.equals("plimsoll.rows") ? totals.rows() : totals.failures();
    }

    private static void transactions(WorkTotals totals, Tags tags, MeterRegistry registry) {
        Gauge.builder("plimsoll.transactions.open", totals, WorkTotals::openTransactions)
                .description("Transactions that are open now")
                .tags(tags)
                .register(registry);
        Gauge.builder("plimsoll.transactions.idle", totals, WorkTotals::idleTransactions)
                .description("Transactions that are open now while the database has nothing to do for them")
                .tags(tags)
                .register(registry);
        Timer committed = ended("committed", tags, registry);
        Timer rolledBack = ended("rolled-back", tags, registry);
        totals.whenTransactionsEnd(
                (how, nanos) -> (how == Mark.Kind.COMMITTED ? committed : rolledBack).record(Duration.ofNanos(nanos)));
    }

    private static Timer ended(String outcome, Tags tags, MeterRegistry registry) {
        return Timer.builder("plimsoll.transactions")
                .description("Transactions that have ended, from their first statement on")
                .tags(tags.and("outcome", outcome))
                .register(registry);
    }
}
