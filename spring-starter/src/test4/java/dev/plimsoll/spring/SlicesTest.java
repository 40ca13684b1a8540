package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;

class SlicesTest {

    @Nested
    @DataJpaTest(properties = "spring.flyway.enabled=false")
    class OfJpa {
        @Test
        void areWatched(@Autowired DataSource dataSource) {
            assertThat(dataSource).isInstanceOf(AdvisedDataSource.class);
        }
    }

    @Nested
    @JdbcTest(properties = "spring.flyway.enabled=false")
    class OfJdbc {
        @Test
        void areWatched(@Autowired DataSource dataSource) {
            assertThat(dataSource).isInstanceOf(AdvisedDataSource.class);
        }
    }

    @SpringBootApplication
    static class Application {}
}
