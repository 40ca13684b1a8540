package chandlery.broken;

import chandlery.data.Customers;
import chandlery.data.Orders;
import chandlery.data.Pairing;
import chandlery.data.Takings;
import chandlery.model.Order;
import chandlery.service.Office;
import chandlery.service.OrderSheet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the owner wants to know, asked without care. */
@Service
public class BrokenOffice {
    private final Customers customers;
    private final Orders orders;

    BrokenOffice(Customers customers, Orders orders) {
        this.customers = customers;
        this.orders = orders;
    }

    /** Has every order brought here to count them. */
    @Transactional(readOnly = true)
    public Takings takings() {
        List<Order> all = orders.findAll();
        return new Takings(all.size(), all.stream().mapToLong(Order::cents).sum());
    }

    /** Fetches the numbers of all customers of the harbour, only to send them back. */
    @Transactional(readOnly = true)
    public List<OrderSheet> latestOf(String harbour) {
        return orders.findByCustomerIdInOrderByIdDesc(customers.idsIn(harbour), Office.LATEST).stream()
                .map(OrderSheet::summary)
                .toList();
    }

    /** Does not say that it only reads, so it has to run where writes run. */
    @Transactional
    public List<Pairing> boughtTogether() {
        return orders.boughtTogether(Office.PAIRINGS);
    }
}
