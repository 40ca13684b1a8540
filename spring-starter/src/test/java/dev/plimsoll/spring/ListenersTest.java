package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/** A message is a unit of work, whoever brings it: real brokers, in this JVM. */
class ListenersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void aMessageOfKafkaIsAUnit(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder);
                ConfigurableApplicationContext application = start(
                        OfKafka.class,
                        "spring.kafka.bootstrap-servers=" + broker.address(),
                        "spring.kafka.consumer.auto-offset-reset=earliest",
                        "spring.kafka.listener.observation-enabled=true")) {
            KafkaTemplate<Object, Object> template = template(application);
            template.send("orders", "one").get();
            isUnit(application, "orders process");
        }
    }

    @SuppressWarnings("unchecked") // Spring Boot makes it for whatever the serializers take
    private static KafkaTemplate<Object, Object> template(ConfigurableApplicationContext application) {
        return application.getBean(KafkaTemplate.class);
    }

    @Test
    void aMessageOfJmsIsAUnit() throws Exception {
        try (ConfigurableApplicationContext application = start(
                OfJms.class, "spring.activemq.broker-url=vm://plimsoll?broker.persistent=false&broker.useJmx=false")) {
            application.getBean(JmsTemplate.class).convertAndSend("orders", "one");
            isUnit(application, "orders process");
        }
    }

    @Test
    void aMessageOfRabbitIsAUnit(@TempDir Path folder) throws Exception {
        int port = freePort();
        try (AmqpBroker broker = AmqpBroker.start(folder, port);
                ConfigurableApplicationContext application = start(
                        OfRabbit.class,
                        "spring.rabbitmq.port=" + port,
                        "spring.rabbitmq.listener.simple.observation-enabled=true")) {
            assertThat(broker).isNotNull();
            application.getBean(RabbitTemplate.class).convertAndSend("orders", "one");
            isUnit(application, "orders receive");
        }
    }

    /** Spring's words, which were others on the older line. */
    private static List<String> names(String name) {
        return List.of(name, name.replace("process", "receive"));
    }

    private static void isUnit(ConfigurableApplicationContext application, String name) throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(application.getBean(AskedUnits.class).ended())
                                .singleElement()
                                .isIn(names(name)));
        Pools.assertNothingLeaks(application.getBean(DataSource.class));
    }

    private static ConfigurableApplicationContext start(Class<?> type, String... properties) {
        return new SpringApplicationBuilder(Application.class, type)
                .web(WebApplicationType.NONE)
                .properties("spring.flyway.enabled=false", "spring.datasource.url=jdbc:h2:mem:listeners")
                .properties(properties)
                .run();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        AskedUnits units(DataSource dataSource) {
            return new AskedUnits(dataSource);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OfKafka {
        @Bean
        Object listener(AskedUnits units) {
            return new Object() {
                @KafkaListener(topics = "orders", groupId = "shop")
                public void received(String message) {
                    units.ask();
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OfJms {
        @Bean
        Object listener(AskedUnits units) {
            return new Object() {
                @JmsListener(destination = "orders")
                public void received(String message) {
                    units.ask();
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OfRabbit {
        @Bean
        Queue orders() {
            return new Queue("orders");
        }

        @Bean
        Object listener(AskedUnits units) {
            return new Object() {
                @RabbitListener(queues = "orders")
                public void received(String message) {
                    units.ask();
                }
            };
        }
    }
}
