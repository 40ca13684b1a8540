package dev.plimsoll.spring.page;

import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/** The page with WebFlux, in whichever context the actuator is. */
@ManagementContextConfiguration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnAvailableEndpoint(endpoint = PlimsollEndpoint.class, exposure = EndpointExposure.WEB)
@ConditionalOnBean({PlimsollEndpoint.class, PageStream.class})
final class ReactivePageConfiguration {

    @Bean
    static SimpleUrlHandlerMapping plimsollPageMapping(PathMappedEndpoints endpoints, PageStream stream) {
        String page = path(endpoints) + PageAddress.PAGE;
        ReactivePage files = new ReactivePage(new PageFiles());
        return new SimpleUrlHandlerMapping(
                Map.of(page, files, page + "/{file}", files, page + "/stream", new ReactiveStream(stream)),
                ServletPageConfiguration.ORDER);
    }

    /** Where forwarding headers are believed, they have been taken away before we see the request. */
    @Bean
    static ReactiveAdmission plimsollAdmissionOfRequests(
            PathMappedEndpoints endpoints,
            Admission admission,
            ObjectProvider<ForwardedHeaderTransformer> transformers) {
        return new ReactiveAdmission(path(endpoints), admission, transformers.getIfAvailable() != null);
    }

    private static String path(PathMappedEndpoints endpoints) {
        return Objects.requireNonNull(PageAddress.path(endpoints));
    }
}
