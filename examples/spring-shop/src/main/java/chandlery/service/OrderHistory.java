package chandlery.service;

import chandlery.data.Orders;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer has ordered. */
@Service
@Transactional(readOnly = true)
public class OrderHistory {
    private final Orders orders;

    OrderHistory(Orders orders) {
        this.orders = orders;
    }

    /** The same query brings the lines along. */
    public List<OrderSheet> of(long customer) {
        return orders.findWithLinesByCustomerIdOrderByIdDesc(customer).stream()
                .map(OrderSheet::of)
                .toList();
    }
}
