package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.spring.shop.Book;
import dev.plimsoll.spring.shop.Shelf;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.flyway.enabled=false",
            "spring.datasource.url=jdbc:h2:mem:shelves",
            "spring.jpa.hibernate.ddl-auto=create",
            "plimsoll.profile=test",
            "plimsoll.application-packages=dev.plimsoll.spring.OpenInViewTest"
        })
class OpenInViewTest {

    @Test
    void whatIsLoadedAfterTheServicesTransactionIsToldApart(
            @Autowired Environment environment,
            @Autowired Findings findings,
            @Autowired DataSource dataSource,
            @Autowired Library library)
            throws Exception {
        library.fill();
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:"
                                        + environment.getProperty("local.server.port") + "/shelves"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).isEqualTo("12");
        await().untilAsserted(() -> assertThat(findings.kinds()).contains("n-plus-one"));
        Finding found = findings.all.stream()
                .filter(finding -> finding.kind().equals("n-plus-one"))
                .findFirst()
                .orElseThrow();
        assertThat(found.unit()).isEqualTo("GET /shelves");
        assertThat(found.callSite()).contains("Pages.shelves");
        assertThat(found.evidence())
                .extracting(Evidence::value)
                .anyMatch(value -> value.startsWith("ran outside any transaction"));
        await().untilAsserted(() -> Pools.assertNothingLeaks(dataSource));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = Shelf.class)
    @Import({Library.class, Pages.class})
    static class Application {
        @Bean
        Findings findings() {
            return new Findings();
        }
    }

    static class Library {
        @Autowired
        private EntityManager entities;

        @Transactional
        public void fill() {
            for (int i = 0; i < 12; i++) {
                Shelf shelf = new Shelf();
                shelf.books().add(new Book());
                entities.persist(shelf);
            }
        }

        @Transactional(readOnly = true)
        public List<Shelf> shelves() {
            return entities.createQuery("select s from Shelf s", Shelf.class).getResultList();
        }
    }

    @RestController
    static class Pages {
        @Autowired
        private Library library;

        @GetMapping("/shelves")
        int shelves() {
            int books = 0;
            for (Shelf shelf : library.shelves()) {
                books += shelf.books().size();
            }
            return books;
        }
    }
}
