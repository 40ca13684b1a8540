package dev.plimsoll.spring.page;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;

/** Says where the page is, once the application can be reached. */
final class PageAddress implements ApplicationListener<ApplicationReadyEvent> {
    static final String PAGE = "/page";

    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll");

    private final Environment environment;
    private final ObjectProvider<PathMappedEndpoints> endpoints;
    private boolean told;

    PageAddress(Environment environment, ObjectProvider<PathMappedEndpoints> endpoints) {
        this.environment = environment;
        this.endpoints = endpoints;
    }

    /** Under which path the endpoint is, within the application; null if it is not exposed on the web. */
    static @Nullable String path(@Nullable PathMappedEndpoints endpoints) {
        return endpoints == null ? null : endpoints.getPath(EndpointId.of("plimsoll"));
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        String path = path(endpoints.getIfAvailable());
        String port = ownPort() ? property("local.management.port") : property("local.server.port");
        if (path != null && !port.isEmpty() && !told) {
            told = true;
            LOG.info("Plimsoll's page: {}", address(port, path, event.getApplicationContext()));
        }
    }

    private String address(String port, String path, ApplicationContext application) {
        String server = ownPort() ? "management.server" : "server";
        String host = property(server + ".address");
        boolean any = host.isEmpty() || host.equals("0.0.0.0") || host.contains(":");
        return (isEncrypted(server) ? "https" : "http") + "://" + (any ? "localhost" : host) + ":" + port
                + prefix(application) + path + PAGE;
    }

    private boolean ownPort() {
        return !property("local.management.port").isEmpty()
                && !property("local.management.port").equals(property("local.server.port"));
    }

    private boolean isEncrypted(String server) {
        String ssl = server + ".ssl.";
        boolean given = !property(ssl + "bundle").isEmpty()
                || !property(ssl + "key-store").isEmpty()
                || !property(ssl + "certificate").isEmpty();
        return given && !property(ssl + "enabled").equals("false");
    }

    private String prefix(ApplicationContext application) {
        if (ownPort()) {
            return path("management.server.base-path");
        }
        return application instanceof WebApplicationContext
                ? path("server.servlet.context-path") + path("spring.mvc.servlet.path")
                : path("spring.webflux.base-path");
    }

    private String path(String key) {
        String path = property(key);
        return path.isEmpty() || path.equals("/") ? "" : path;
    }

    private String property(String key) {
        return environment.getProperty(key, "");
    }
}
