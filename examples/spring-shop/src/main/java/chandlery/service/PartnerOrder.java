package chandlery.service;

import chandlery.data.Customers;
import chandlery.data.Products;
import chandlery.model.Order;
import java.time.Instant;
import java.util.List;

/** An order as a partner's shop sends it, with the price that was agreed there. */
public record PartnerOrder(long customer, long product, String title, int pieces, long cents) {
    private static final int FIELDS = 5;

    /** Reads one order from each line, its fields separated by semicolons. */
    public static List<PartnerOrder> parse(String text) {
        return text.lines().map(PartnerOrder::ofLine).toList();
    }

    private static PartnerOrder ofLine(String line) {
        String[] fields = line.split(";", FIELDS);
        return new PartnerOrder(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                fields[2],
                Integer.parseInt(fields[3]),
                Long.parseLong(fields[4]));
    }

    /** As it goes into the order book; reads nothing. */
    public Order order(Customers customers, Products products) {
        return new Order(customers.getReferenceById(customer), Instant.now())
                .with(products.getReferenceById(product), title, pieces, cents);
    }
}
