package chandlery.broken;

import chandlery.data.Customers;
import chandlery.data.Orders;
import chandlery.data.Products;
import chandlery.service.PartnerOrder;
import java.util.List;
import org.springframework.stereotype.Service;

/** Saves each order in a commit of its own: slow, and half a file if it fails on the way. */
@Service
public class BrokenImport {
    private final Customers customers;
    private final Products products;
    private final Orders orders;

    BrokenImport(Customers customers, Products products, Orders orders) {
        this.customers = customers;
        this.products = products;
        this.orders = orders;
    }

    public int take(List<PartnerOrder> sent) {
        for (PartnerOrder each : sent) {
            orders.save(each.order(customers, products));
        }
        return sent.size();
    }
}
