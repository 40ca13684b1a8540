package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Batch with its tables in H2; classes have other packages on the other line. */
class BatchTest {

    @Test
    void aStepIsAUnitWithItsName() throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("spring.flyway.enabled=false", "spring.datasource.url=jdbc:h2:mem:batch")
                .run()) {
            await().untilAsserted(() ->
                    assertThat(application.getBean(AskedUnits.class).ended()).containsExactly("bill customers"));
            Pools.assertNothingLeaks(application.getBean(DataSource.class));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        AskedUnits units(DataSource dataSource) {
            return new AskedUnits(dataSource);
        }

        /** A bean, since only of beans Spring Batch makes observations. */
        @Bean
        Step step(JobRepository repository, PlatformTransactionManager transactions, AskedUnits units) {
            return new StepBuilder("bill customers", repository)
                    .tasklet(
                            (contribution, context) -> {
                                units.ask();
                                return RepeatStatus.FINISHED;
                            },
                            transactions)
                    .build();
        }

        @Bean
        Job job(JobRepository repository, Step step) {
            return new JobBuilder("month's end", repository).start(step).build();
        }
    }
}
