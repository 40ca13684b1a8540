package dev.plimsoll.spring.page;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** The page with Spring MVC, in whichever context the actuator is. Behind all filters, those of the application's security among them. */
@ManagementContextConfiguration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnAvailableEndpoint(endpoint = PlimsollEndpoint.class, exposure = EndpointExposure.WEB)
@ConditionalOnBean({PlimsollEndpoint.class, PageStream.class})
final class ServletPageConfiguration {
    /** Before that of the endpoints. */
    static final int ORDER = -101;

    @Bean
    static SimpleUrlHandlerMapping plimsollPageMapping(PathMappedEndpoints endpoints, PageStream stream) {
        String page = path(endpoints) + PageAddress.PAGE;
        ServletPage files = new ServletPage(new PageFiles());
        return new SimpleUrlHandlerMapping(
                Map.of(page, files, page + "/{file}", files, page + "/stream", new ServletStream(stream)), ORDER);
    }

    /** For the endpoint's own answers too, which the actuator maps. */
    @Bean
    static MappedInterceptor plimsollAdmissionOfRequests(PathMappedEndpoints endpoints, Admission admission) {
        String path = path(endpoints);
        return new MappedInterceptor(new String[] {path, path + "/**"}, new ServletAdmission(admission));
    }

    private static String path(PathMappedEndpoints endpoints) {
        return Objects.requireNonNull(PageAddress.path(endpoints));
    }
}
