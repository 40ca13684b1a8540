package dev.plimsoll.spring;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.config.Option;
import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Watch;
import dev.plimsoll.logbook.Logbook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Makes the watched side of a data source from the properties, its URL's options, and the beans of the application. */
final class WatchedBeanFactory {
    private final PlimsollSettings settings;
    private final UrlPrefix urls;
    private final FindingRelay relay;
    private final DataSourceTotals totals;
    private final ConfigurableListableBeanFactory beans;

    WatchedBeanFactory(
            PlimsollSettings settings,
            UrlPrefix urls,
            FindingRelay relay,
            DataSourceTotals totals,
            ConfigurableListableBeanFactory beans) {
        this.settings = settings;
        this.urls = urls;
        this.relay = relay;
        this.totals = totals;
        this.beans = beans;
    }

    /** Null if watching is switched off for this one. */
    @Nullable
    WatchedBean make(DataSource dataSource, String bean) {
        Pool pool = Pool.of(dataSource);
        Map<String, String> options = new TreeMap<>(settings.options(bean));
        options.putAll(urls.options(pool.url()));
        String tokenKeys = settings.causalCookie().tokenKeys();
        if (!tokenKeys.isEmpty()) {
            options.putIfAbsent(Option.TOKEN_KEYS.key(), tokenKeys);
        }
        String hosts = options.remove(Option.REPLICAS.key());
        Replicas replicas = Replicas.of(pool, bean, replicas(pool, bean, hosts));
        Plimsoll.Builder builder =
                Plimsoll.builder(new Leaf(dataSource)).withoutSystemProperties().reporter(relay.reporter());
        options.forEach(builder::option);
        replicas.pools().forEach((replica, replicaPool) -> builder.replica(replica.name(), replicaPool));
        totals.count(bean, pool, builder);
        beans.getBeanProvider(Logbook.class).ifUnique(logbook -> builder.logbook(logbook, bean));
        all(Detector.class).forEach(builder::detector);
        all(Watch.class).forEach(builder::watch);
        all(PlimsollCustomizer.class).forEach(customizer -> customizer.customize(bean, builder));
        DataSource watched = builder.wrap();
        return watched instanceof Leaf ? null : new WatchedBean(bean, pool, watched, replicas);
    }

    private <T> List<T> all(Class<T> type) {
        return beans.getBeanProvider(type).orderedStream().toList();
    }

    private List<ReplicaSettings> replicas(Pool pool, String bean, @Nullable String hosts) {
        List<ReplicaSettings> own = settings.replicas(bean);
        if (!own.isEmpty()) {
            return own;
        }
        if (hosts != null && pool.url() != null) {
            return Replicas.ofUrl(pool.url(), hosts);
        }
        List<ReplicaSettings> common = settings.replicas();
        return common.isEmpty() || !isMain(bean) ? List.of() : common;
    }

    /** Whether {@code plimsoll.replicas} is about this data source: it is the only one, or the primary among several. */
    private boolean isMain(String bean) {
        List<String> names = List.of(((ListableBeanFactory) beans).getBeanNamesForType(DataSource.class, false, false));
        if (names.size() < 2 || isPrimary(bean)) {
            return true;
        }
        if (names.stream().noneMatch(this::isPrimary)) {
            throw new Mistake(
                    "'plimsoll.replicas' does not tell whose replicas they are: there are the data sources "
                            + String.join(", ", names) + ", and none is @Primary.",
                    "Set 'plimsoll.data-sources." + bean + ".replicas[0].url', or make one of them @Primary.");
        }
        return false;
    }

    private boolean isPrimary(String bean) {
        if (!beans.containsBeanDefinition(bean)) {
            return false;
        }
        BeanDefinition definition = beans.getMergedBeanDefinition(bean);
        return definition.isPrimary();
    }
}
