package dev.plimsoll.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Properties by name, in every spelling that Spring Boot allows, and where they stand. */
final class PropertyLookup {
    private static final Bindable<List<String>> LIST = Bindable.listOf(String.class);

    private final Binder binder;
    private final List<ConfigurationPropertySource> sources = new ArrayList<>();

    PropertyLookup(Environment environment) {
        binder = Binder.get(environment);
        ConfigurationPropertySources.get(environment).forEach(sources::add);
    }

    /** A property's value; null if it is not set. */
    @Nullable
    String text(ConfigurationPropertyName name) {
        return binder.bind(name, Bindable.of(String.class)).orElse(null);
    }

    /** A property's values, written with commas or as a list of YAML; null if it is not set. */
    @Nullable
    List<String> list(ConfigurationPropertyName name) {
        return binder.bind(name, LIST).orElse(null);
    }

    /** Where a property stands, as {@code class path resource [application.properties] - 3:18}; null if nobody knows. */
    @Nullable
    String origin(ConfigurationPropertyName name) {
        ConfigurationProperty property = property(name);
        property = property == null ? property(name.append("[0]")) : property;
        return property == null || property.getOrigin() == null
                ? null
                : property.getOrigin().toString();
    }

    private @Nullable ConfigurationProperty property(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return property;
            }
        }
        return null;
    }

    /**
     * The names of all properties under {@code prefix} that somebody wrote for us. Not those of the process's environment: it has
     * what others put there, such as the address of a service in the same cluster that is called as we are.
     */
    Stream<ConfigurationPropertyName> names(ConfigurationPropertyName prefix) {
        return sources.stream()
                .filter(source -> !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream())
                .filter(prefix::isAncestorOf);
    }
}
