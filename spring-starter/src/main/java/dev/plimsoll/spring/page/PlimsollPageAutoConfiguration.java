package dev.plimsoll.spring.page;

import dev.plimsoll.logbook.Logbook;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The actuator endpoint {@code plimsoll}, and the logbook that it is read from, which every watched data source writes. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration")
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnProperty(name = "plimsoll.enabled", matchIfMissing = true)
public final class PlimsollPageAutoConfiguration {

    /** Nothing is kept for an endpoint that nobody can reach. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnAvailableEndpoint(endpoint = PlimsollEndpoint.class)
    static final class Available {

        @Bean
        @ConditionalOnMissingBean
        static Logbook plimsollLogbook() {
            return Logbook.withTimelines();
        }

        @Bean
        NodeHistory plimsollNodeHistory(Logbook logbook) {
            return new NodeHistory(logbook, Clock.systemUTC());
        }

        @Bean
        @ConditionalOnMissingBean
        PlimsollEndpoint plimsollEndpoint(Logbook logbook, NodeHistory nodes) {
            return new PlimsollEndpoint(logbook, nodes);
        }

        @Bean
        PageStream plimsollPageStream(Logbook logbook, NodeHistory nodes) {
            return new PageStream(logbook, nodes);
        }

        @Bean
        Admission plimsollAdmission(Environment environment) {
            return new Admission(DefaultExposure.decides(environment));
        }

        @Bean
        PageAddress plimsollPageAddress(Environment environment, ObjectProvider<PathMappedEndpoints> endpoints) {
            return new PageAddress(environment, endpoints);
        }
    }
}
