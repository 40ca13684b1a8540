package dev.plimsoll.spring.programs;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application with the starter, whose URL has the prefix, in a JVM that has the agent too. Has an N+1. */
public final class EverythingAtOnce {
    private EverythingAtOnce() {}

    /** Prints what was found, and how often. */
    public static void main(String[] arguments) throws SQLException {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=jdbc:plimsoll:h2:mem:all;plimsoll.profile=test")
                .run(arguments)) {
            DataSource dataSource = application.getBean(DataSource.class);
            try (UnitOfWork unit = UnitOfWork.begin("the page");
                    Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table line(id int, order_id int)");
                lines(connection);
                System.out.println("statements=" + unit.totals().statements());
            }
            System.out.println("found=" + application.getBean(Found.class).kinds);
        }
    }

    private static void lines(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet orders = statement.executeQuery("select x from system_range(1, 20)");
                PreparedStatement of = connection.prepareStatement("select id from line where order_id = ?")) {
            while (orders.next()) {
                of.setLong(1, orders.getLong(1));
                of.executeQuery().close();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Found found() {
            return new Found();
        }
    }

    static final class Found implements Reporter {
        private final List<String> kinds = new CopyOnWriteArrayList<>();

        @Override
        public void report(Finding finding) {
            kinds.add(finding.kind());
        }
    }
}
