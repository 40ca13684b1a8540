package chandlery.service;

import chandlery.data.Customers;
import chandlery.data.Orders;
import chandlery.data.Products;
import chandlery.model.Order;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over the orders of a partner's shop. */
@Service
public class PartnerImport {
    private final Customers customers;
    private final Products products;
    private final Orders orders;

    PartnerImport(Customers customers, Products products, Orders orders) {
        this.customers = customers;
        this.products = products;
        this.orders = orders;
    }

    /** All orders or none, in one transaction and in batches; says how many. */
    @Transactional
    public int take(List<PartnerOrder> sent) {
        List<Order> taken =
                sent.stream().map(each -> each.order(customers, products)).toList();
        return orders.saveAll(taken).size();
    }
}
