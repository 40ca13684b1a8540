package shop.units;

import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The same with Spring's controllers, which know what a path was mapped to. */
final class Mvc {
    private Mvc() {}

    static void deploy(Context context) {
        AnnotationConfigWebApplicationContext beans = new AnnotationConfigWebApplicationContext();
        beans.register(Orders.class);
        Wrapper servlet = Tomcat.addServlet(context, "mvc", new DispatcherServlet(beans));
        servlet.setLoadOnStartup(1);
        servlet.addMapping("/");
    }

    /** Orders by their names. */
    @EnableWebMvc
    @RestController
    public static class Orders {

        @GetMapping("/orders/{name}")
        public String order(@PathVariable("name") String name) {
            Items.read("controller");
            return "done " + name;
        }
    }
}
