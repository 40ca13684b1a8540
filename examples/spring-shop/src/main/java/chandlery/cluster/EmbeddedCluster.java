package chandlery.cluster;

import cluster.Cluster;
import cluster.Server;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * In the profile postgres, and unless {@code cluster.primary} says that there are servers: starts a primary with two standbys and tells
 * their addresses as properties. They are a bean, and are ended after everything that uses them.
 */
final class EmbeddedCluster implements EnvironmentPostProcessor, Ordered {
    private static final int STANDBYS = 2;

    private final ConfigurableBootstrapContext bootstrap;

    EmbeddedCluster(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("postgres")) && !environment.containsProperty("cluster.primary")) {
            Cluster cluster = Cluster.start(STANDBYS);
            environment.getPropertySources().addLast(new MapPropertySource("cluster", addresses(cluster)));
            bootstrap.addCloseListener(event -> register(cluster, event.getApplicationContext()));
        }
    }

    private static Map<String, Object> addresses(Cluster cluster) {
        Map<String, Object> addresses = new HashMap<>();
        for (Server server : cluster.servers()) {
            addresses.put("cluster." + server.name(), server.url());
        }
        return addresses;
    }

    /** The first that is registered, and so the last that is destroyed. */
    private static void register(Cluster cluster, ConfigurableApplicationContext context) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("cluster", cluster);
        beans.registerDisposableBean("cluster", cluster::close);
    }

    /** After the files of the profile have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
