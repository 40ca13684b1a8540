package chandlery.service;

import chandlery.data.Customers;
import chandlery.data.Orders;
import chandlery.data.Products;
import chandlery.model.Order;
import chandlery.model.Product;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where orders are placed. */
@Service
public class Checkout {
    private final Customers customers;
    private final Products products;
    private final Orders orders;

    Checkout(Customers customers, Products products, Orders orders) {
        this.customers = customers;
        this.products = products;
        this.orders = orders;
    }

    /**
     * Takes the pieces out of stock and writes the order down, both or neither; returns its number.
     *
     * @throws OutOfStockException if there are not so many
     */
    @Transactional
    public long place(long customer, long product, int pieces) {
        Product wanted = products.findById(product).orElseThrow(() -> new OutOfStockException(product));
        if (products.take(product, pieces) == 0) {
            throw new OutOfStockException(product);
        }
        Order order = new Order(customers.getReferenceById(customer), Instant.now())
                .with(wanted, wanted.name(), pieces, wanted.cents());
        return orders.save(order).id();
    }
}
