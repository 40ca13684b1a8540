package dev.plimsoll.spring;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** What an application serves its pages with. Both servers are on the class path, so the one for WebFlux is named. */
public enum Web {
    /** Spring MVC, on Tomcat. */
    SERVLET("servlet", ""),
    /** WebFlux as most have it, on Netty. */
    REACTIVE(
            "reactive",
            "org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration",
            "org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory",
            "org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory"),
    REACTIVE_ON_TOMCAT(
            "reactive",
            "org.springframework.boot.reactor.netty.autoconfigure.actuate.web.server.NettyReactiveManagementContextAutoConfiguration",
            "org.springframework.boot.tomcat.reactive.TomcatReactiveWebServerFactory",
            "org.springframework.boot.web.embedded.tomcat.TomcatReactiveWebServerFactory");

    static {
        // Netty's threads end with the application, instead of waiting two seconds for whoever may still want them.
        System.setProperty("reactor.netty.ioShutdownQuietPeriod", "0");
    }

    private final String type;
    /** The other server's port for the actuator: Spring Boot 4 fails if it has two to choose from. */
    private final String left;
    /** The server's factory in either line of Spring Boot; none where there is no choice. */
    private final String[] factories;

    Web(String type, String left, String... factories) {
        this.type = type;
        this.left = left;
        this.factories = factories;
    }

    /** Makes the application one of this kind, on a port that is free. */
    public SpringApplicationBuilder serve(SpringApplicationBuilder application) {
        application.properties(
                "spring.main.web-application-type=" + type, "server.port=0", "spring.autoconfigure.exclude=" + left);
        return factories.length == 0
                ? application
                : application.initializers(context ->
                        ((GenericApplicationContext) context).registerBean("server", Boot.either(factories)));
    }
}
