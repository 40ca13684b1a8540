package shop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import shop.model.Address;
import shop.model.Customer;
import shop.model.Keyword;
import shop.model.Order;
import shop.model.OrderLine;
import shop.model.OrderState;
import shop.model.Vendor;
import shop.model.Widget;

/** What the shop has in its books when the day begins; the same every day. */
final class Books {
    private static final Instant OPENING = Instant.parse("2026-01-05T08:00:00Z");
    private static final int CUSTOMERS = 120;
    private static final int VENDORS = 30;
    private static final int WIDGETS = 600;
    private static final int ORDERS = 3_000;
    private static final int ORDERS_NOT_DELIVERED = 80;
    private static final int LINES = 3;

    private final StatelessSession session;

    private Books(StatelessSession session) {
        this.session = session;
    }

    static void fill(StatelessSession session) {
        session.setJdbcBatchSize(500);
        Books books = new Books(session);
        List<Widget> widgets = books.widgets();
        books.orders(books.customers(), widgets);
    }

    /** Twenty widgets of every vendor; every second widget is of brass. */
    private List<Widget> widgets() {
        List<Vendor> vendors = saved(IntStream.range(0, VENDORS)
                .mapToObj(i -> new Vendor(i == 0 ? "Deptford Chandlers" : "Vendor " + i))
                .toList());
        List<Widget> widgets = saved(IntStream.range(0, WIDGETS)
                .mapToObj(i -> new Widget("Widget " + (1_000 + i), 250 + 7L * i, vendors.get(i % VENDORS)))
                .toList());
        saved(IntStream.range(0, WIDGETS)
                .mapToObj(i -> new Keyword(i % 2 == 0 ? "brass" : "oak", widgets.get(i)))
                .toList());
        return widgets;
    }

    private List<Customer> customers() {
        List<Address> addresses = saved(IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new Address((i + 1) + " Harbour Road", "Bristol"))
                .toList());
        return saved(IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new Customer((i == 0 ? "ada" : "customer" + i) + "@example.org", addresses.get(i)))
                .toList());
    }

    /** Twenty-five orders of every customer. */
    private void orders(List<Customer> customers, List<Widget> widgets) {
        List<Order> orders = new ArrayList<>();
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            OrderState state = i < ORDERS - ORDERS_NOT_DELIVERED ? OrderState.DELIVERED : OrderState.PLACED;
            List<Widget> basket = basket(widgets, i);
            long cents = basket.stream().mapToLong(Widget::cents).sum();
            Order order = new Order(customers.get(i % CUSTOMERS), OPENING.plus(i, ChronoUnit.MINUTES), state, cents);
            orders.add(order);
            basket.forEach(widget -> lines.add(new OrderLine(order, widget, 1)));
        }
        saved(orders);
        saved(lines);
    }

    private static List<Widget> basket(List<Widget> widgets, int order) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> widgets.get((order * LINES + i * 7) % WIDGETS))
                .toList();
    }

    private <T> List<T> saved(List<T> entities) {
        session.insertMultiple(entities);
        return entities;
    }
}
