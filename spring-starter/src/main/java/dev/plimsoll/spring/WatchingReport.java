package dev.plimsoll.spring;

import dev.plimsoll.report.Reporter;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Once the application's beans are complete: says which data sources are watched, and lets the reporters hear. */
final class WatchingReport implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll");

    private final PlimsollSettings settings;
    private final WatchedBeans beans;
    private final FindingRelay relay;
    private final ObjectProvider<Reporter> reporters;

    WatchingReport(
            PlimsollSettings settings, WatchedBeans beans, FindingRelay relay, ObjectProvider<Reporter> reporters) {
        this.settings = settings;
        this.beans = beans;
        this.relay = relay;
        this.reporters = reporters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.flag(StarterProperty.REPLICAS_REQUIRED)) {
            beans.all().forEach(bean -> bean.replicas().require());
        }
        relay.open(reporters.orderedStream().toList());
        log();
    }

    private void log() {
        List<WatchedBean> watched = beans.all();
        String names = watched.isEmpty()
                ? "no data source"
                : watched.stream().map(WatchedBean::toString).sorted().collect(Collectors.joining(", "));
        String others = beans.leftAlone().entrySet().stream()
                .map(left -> left.getKey() + " (" + left.getValue() + ")")
                .collect(Collectors.joining(", "));
        LOG.info(
                "Plimsoll watches {}, profile {}{}",
                names,
                settings.profile(),
                others.isEmpty() ? "" : "; left alone: " + others);
    }
}
