package dev.plimsoll.spring.page;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Exposes the endpoint in the profile {@code dev}, by the weakest of all properties: whoever says himself what is exposed is not overruled.
 * A listener, since the interface for post-processors of the environment moved between the two lines of Spring Boot.
 */
final class DefaultExposure implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final String NAME = "plimsoll: exposed by default";
    private static final ConfigurationPropertyName INCLUDE =
            ConfigurationPropertyName.of("management.endpoints.web.exposure.include");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        if (isDev(environment) && canBeGuarded() && !isSaid(environment)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(NAME, Map.of(INCLUDE.toString(), "health,plimsoll")));
        }
    }

    private static boolean isDev(Environment environment) {
        Binder binder = Binder.get(environment);
        boolean enabled = binder.bind("plimsoll.enabled", String.class)
                .map(text -> !text.strip().equalsIgnoreCase("false"))
                .orElse(true);
        String profile = binder.bind("plimsoll.profile", String.class).orElse("dev");
        return enabled && profile.strip().equalsIgnoreCase("dev");
    }

    /** Asked too, since an application's default properties come after all others, and so after ours. */
    private static boolean isSaid(Environment environment) {
        return Binder.get(environment)
                .bind(INCLUDE, Bindable.listOf(String.class))
                .isBound();
    }

    /** Only requests that go through one of these are told apart by where they come from. */
    private static boolean canBeGuarded() {
        ClassLoader loader = DefaultExposure.class.getClassLoader();
        return ClassUtils.isPresent("org.springframework.web.servlet.DispatcherServlet", loader)
                || ClassUtils.isPresent("org.springframework.web.reactive.DispatcherHandler", loader);
    }

    /** Whether nobody but us has said what is exposed. */
    static boolean decides(Environment environment) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source.getConfigurationProperty(INCLUDE) != null
                    || source.getConfigurationProperty(INCLUDE.append("[0]")) != null) {
                return source.getUnderlyingSource() instanceof PropertySource<?> found
                        && found.getName().equals(NAME);
            }
        }
        return false;
    }

    /** After the files of properties were read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
