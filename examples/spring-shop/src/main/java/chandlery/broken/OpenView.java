package chandlery.broken;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What Spring Boot does for every page unless it is told otherwise: the session stays open while the page is written. */
@Configuration(proxyBeanMethods = false)
class OpenView implements WebMvcConfigurer {
    private final EntityManagerFactory entities;

    OpenView(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        OpenEntityManagerInViewInterceptor open = new OpenEntityManagerInViewInterceptor();
        open.setEntityManagerFactory(entities);
        registry.addWebRequestInterceptor(open).addPathPatterns("/broken/catalogue");
    }
}
