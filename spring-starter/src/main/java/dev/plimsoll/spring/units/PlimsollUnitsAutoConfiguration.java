package dev.plimsoll.spring.units;

import dev.plimsoll.spring.DataSourceWatching;
import dev.plimsoll.spring.PlimsollAutoConfiguration;
import dev.plimsoll.spring.PlimsollSettings;
import dev.plimsoll.spring.WatchedBeans;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.DispatcherServlet;

/** Makes units of work of requests, messages, scheduled tasks, batch steps and named transactions. */
@AutoConfiguration(
        after = PlimsollAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration",
            "org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizationAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration"
        })
@ConditionalOnBean(DataSourceWatching.class)
@ConditionalOnProperty(name = "plimsoll.units", matchIfMissing = true)
public final class PlimsollUnitsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(TaskDecorator.class)
    UnitTaskDecorator plimsollUnitTaskDecorator() {
        return new UnitTaskDecorator();
    }

    @Bean
    DecoratorsOfOthers plimsollDecoratorsOfOthers(ObjectProvider<TaskDecorator> decorators) {
        return new DecoratorsOfOthers(decorators);
    }

    /** Requests. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass({DispatcherServlet.class, Filter.class})
    static final class Requests {
        /** After the filter that puts another's sessions in place, before everything that asks the database. */
        private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

        @Bean
        FilterRegistrationBean<UnitFilter> plimsollUnitFilter(ObjectProvider<UnitNotes> notes) {
            FilterRegistrationBean<UnitFilter> registration =
                    new FilterRegistrationBean<>(new UnitFilter(notes.getIfAvailable(() -> UnitNotes.NONE)));
            registration.setOrder(ORDER);
            registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
            return registration;
        }

        @Bean
        UnitNaming plimsollUnitNaming() {
            return new UnitNaming();
        }

        @Bean
        @ConditionalOnProperty("plimsoll.causal-cookie.secret")
        FilterRegistrationBean<CausalCookieFilter> plimsollCausalCookieFilter(
                PlimsollSettings settings, WatchedBeans beans) {
            FilterRegistrationBean<CausalCookieFilter> registration = new FilterRegistrationBean<>(
                    new CausalCookieFilter(settings.causalCookie(), new CausalReaders(beans)));
            registration.setOrder(ORDER + 1);
            registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
            return registration;
        }
    }

    /** Messages, scheduled tasks, batch steps. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationHandler.class)
    static final class Observations {
        @Bean
        UnitObservations plimsollUnitObservations(ObjectProvider<UnitNotes> notes) {
            return new UnitObservations(SingletonSupplier.of(() -> notes.getIfAvailable(() -> UnitNotes.NONE)));
        }

        @Bean
        SpanNotes plimsollSpanNotes(ObjectProvider<ObservationRegistry> registry) {
            return new SpanNotes(SingletonSupplier.of(() -> registry.getIfAvailable(() -> ObservationRegistry.NOOP)));
        }
    }

    /** Transactions that nobody else has made a unit of. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TransactionExecutionListener.class)
    static final class Transactions {
        @Bean
        TransactionUnits plimsollTransactionUnits(ObjectProvider<UnitNotes> notes) {
            return new TransactionUnits(notes.getIfAvailable(() -> UnitNotes.NONE));
        }
    }
}
