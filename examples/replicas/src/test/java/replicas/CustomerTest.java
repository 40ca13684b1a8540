package replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What customers do. */
class CustomerTest {
    private final Customer customer = new Customer(42);

    @Test
    void oneRequestInTenIsAnOrderAndTheOrdersAreLookedAtRightAfterIt() {
        List<Customer.Request> requests = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            requests.add(customer.next());
            if (requests.get(i) == Customer.Request.ORDER) {
                assertThat(customer.pauseMillis()).isZero();
                assertThat(customer.next()).isEqualTo(Customer.Request.ORDERS);
                requests.add(Customer.Request.ORDERS);
                i++;
            }
        }
        assertThat(requests).filteredOn(Customer.Request.ORDER::equals).hasSize(10);
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
