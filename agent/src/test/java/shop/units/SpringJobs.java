package shop.units;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

/** Spring's schedule and transactions. With the argument {@code live} the agent comes when the first ones are over. */
@Configuration
@EnableScheduling
@EnableTransactionManagement
public class SpringJobs {
    static final CountDownLatch ATTACHED = new CountDownLatch(1);
    static final CountDownLatch CLEANED = new CountDownLatch(1);

    public static void main(String[] arguments) throws Exception {
        if (!List.of(arguments).contains("live")) {
            ATTACHED.countDown();
        }
        try (AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(SpringJobs.class)) {
            Orders orders = beans.getBean(Orders.class);
            if (ATTACHED.getCount() > 0) {
                orders.place("before");
                Attach.toThisJvm();
                ATTACHED.countDown();
            }
            orders.place("transactional");
            CLEANED.await();
        }
    }

    @Bean
    DataSource dataSource() {
        return new DriverManagerDataSource("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
    }

    @Bean
    DataSourceTransactionManager transactions(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    Orders orders(DataSource dataSource) {
        return new Orders(dataSource);
    }

    @Bean
    Jobs jobs(Orders orders) {
        return new Jobs(orders);
    }

    /** Transactions. */
    public static class Orders {
        private final DataSource dataSource;

        Orders(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Transactional
        public void place(String named) throws Exception {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            Items.read(connection, named);
        }
    }

    /** The schedule. */
    public static class Jobs {
        private final Orders orders;

        Jobs(Orders orders) {
            this.orders = orders;
        }

        @Scheduled(fixedDelay = 100)
        public void cleanUp() throws Exception {
            if (ATTACHED.getCount() == 0 && CLEANED.getCount() > 0) {
                Items.read("scheduled");
                orders.place("scheduled_transaction");
                CLEANED.countDown();
            }
        }
    }
}
