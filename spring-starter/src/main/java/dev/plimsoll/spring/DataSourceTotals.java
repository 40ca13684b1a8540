package dev.plimsoll.spring;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.logbook.WorkTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.util.ClassUtils;

/**
 * The sums of each data source, by its bean's name: one that a scope makes anew goes on counting where the one before stopped. Nothing
 * is summed up without Micrometer. Safe for use by many threads.
 */
public final class DataSourceTotals {
    private static final boolean METERS = ClassUtils.isPresent(
            "io.micrometer.core.instrument.MeterRegistry", DataSourceTotals.class.getClassLoader());

    private final Map<String, Counted> byBean = new TreeMap<>();
    private final List<Consumer<Counted>> visitors = new ArrayList<>();

    synchronized void count(String bean, Pool pool, Plimsoll.Builder builder) {
        if (!METERS) {
            return;
        }
        Counted known = byBean.get(bean);
        if (known == null) {
            Counted made = new Counted(bean, DatabaseSystem.of(pool.url()), WorkTotals.create());
            byBean.put(bean, made);
            visitors.forEach(visitor -> visitor.accept(made));
            known = made;
        }
        builder.totals(known.totals);
    }

    /** Shows {@code visitor} those that are there, and each that is made later. */
    public synchronized void each(Consumer<Counted> visitor) {
        visitors.add(visitor);
        byBean.values().forEach(visitor);
    }

    /**
     * A data source whose statements are counted.
     *
     * @param system as OpenTelemetry calls its database
     */
    public record Counted(String bean, String system, WorkTotals totals) {}
}
