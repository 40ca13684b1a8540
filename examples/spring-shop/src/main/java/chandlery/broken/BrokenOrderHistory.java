package chandlery.broken;

import chandlery.data.Orders;
import chandlery.service.OrderSheet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One query for the orders, and one more for the lines of each. */
@Service
@Transactional(readOnly = true)
public class BrokenOrderHistory {
    private final Orders orders;

    BrokenOrderHistory(Orders orders) {
        this.orders = orders;
    }

    public List<OrderSheet> of(long customer) {
        return orders.findByCustomerIdOrderByIdDesc(customer).stream()
                .map(OrderSheet::of)
                .toList();
    }
}
