package replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What customers do. */
class CustomerTest {
    private final Customer customer = new Customer(42);

    @Test
    void oneRequestInTenIsAnOrder() {
        List<Customer.Request> requests =
                Stream.generate(customer::next).limit(100).toList();

        assertThat(requests).filteredOn(Customer.Request.ORDER::equals).hasSize(10);
    }

    @Test
    void afterAnOrderTheOrdersAreLookedAtAtOnce() {
        while (customer.next() != Customer.Request.ORDER) {
            assertThat(customer.pauseMillis()).isNotNegative();
        }
        assertThat(customer.pauseMillis()).isZero();
        assertThat(customer.next()).isEqualTo(Customer.Request.ORDERS);
    }

    @Test
    void everybodyLeavesSomeTime() {
        assertThat(customer.leaves()).isFalse();
        for (int i = 0; i < 30; i++) {
            customer.next();
        }
        assertThat(customer.leaves()).isTrue();
    }

    @Test
    void onlyAnOrderThatWasAcknowledgedMustBeInTheList() {
        assertThat(customer.lastOrder()).isZero();
        customer.ordered(customer.newOrder());
        customer.newOrder();
        assertThat(customer.lastOrder()).isEqualTo(1);
        customer.ordered(customer.newOrder());
        assertThat(customer.lastOrder()).isEqualTo(3);
    }
}
