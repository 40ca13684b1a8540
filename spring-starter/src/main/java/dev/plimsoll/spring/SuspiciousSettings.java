package dev.plimsoll.spring;

import dev.plimsoll.route.Routing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;
import org.springframework.util.PatternMatchUtils;

/** Warns of what is legal but without the effect that somebody expects of it, once the application's beans are known. */
final class SuspiciousSettings implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll");

    private final PlimsollSettings settings;
    private final WatchedBeans watched;
    private final ListableBeanFactory beans;

    SuspiciousSettings(PlimsollSettings settings, WatchedBeans watched, ListableBeanFactory beans) {
        this.settings = settings;
        this.watched = watched;
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        warnings().forEach(LOG::warn);
    }

    List<String> warnings() {
        List<String> all = new ArrayList<>();
        Optional.ofNullable(ClassUtils.getDefaultClassLoader())
                .flatMap(JarsTwice::told)
                .ifPresent(all::add);
        Set<String> names = names();
        String known = names.isEmpty() ? "there is none" : "there are " + String.join(", ", names);
        for (ConfigurationPropertyName name : settings.namedDataSources()) {
            if (names.stream().noneMatch(bean -> PlimsollSettings.of(bean).equals(name))) {
                all.add("'" + name + "' is about no data source: " + known);
            }
        }
        for (String pattern : settings.excluded()) {
            if (names.stream().noneMatch(bean -> PatternMatchUtils.simpleMatch(pattern, bean))) {
                all.add("'" + StarterProperty.EXCLUDE_BEANS.property() + "' has '" + pattern
                        + "', which is no data source: " + known);
            }
        }
        if (settings.causalCookie().secret() != null && watched.all().stream().noneMatch(SuspiciousSettings::routes)) {
            all.add("'" + StarterProperty.CAUSAL_COOKIE_SECRET.property()
                    + "' is set, but no data source has replicas, so there is nothing to tell: set"
                    + " plimsoll.replicas[0].url");
        }
        return all;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String bean : beans.getBeanNamesForType(DataSource.class, true, false)) {
            names.add(Standing.name(bean));
        }
        watched.all().forEach(bean -> names.add(bean.name()));
        watched.leftAlone().keySet().forEach(bean -> names.add(Standing.name(bean)));
        return names;
    }

    private static boolean routes(WatchedBean bean) {
        try {
            return bean.watched().isWrapperFor(Routing.class);
        } catch (SQLException e) {
            throw new IllegalStateException("a watched data source knows what it wraps", e);
        }
    }
}
