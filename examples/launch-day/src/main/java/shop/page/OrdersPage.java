package shop.page;

import java.util.List;
import org.hibernate.SessionFactory;
import shop.model.Order;
import shop.model.OrderLine;

/** A customer's orders with their lines. */
final class OrdersPage implements Page {
    private static final String CUSTOMER = "ada@example.org";

    private final SessionFactory sessions;

    OrdersPage(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "orders page";
    }

    /** One query for the orders, and the mapper sends one more for the lines of each. */
    @Override
    public String broken() {
        return sessions.fromTransaction(session -> {
            List<Order> orders = session.createSelectionQuery(
                            "from Order o where o.customer.email = :email order by o.id", Order.class)
                    .setParameter("email", CUSTOMER)
                    .getResultList();
            return page(orders);
        });
    }

    /** The same query brings the lines along. */
    @Override
    public String mended() {
        return sessions.fromTransaction(session -> {
            List<Order> orders = session.createSelectionQuery(
                            "from Order o left join fetch o.lines where o.customer.email = :email order by o.id",
                            Order.class)
                    .setParameter("email", CUSTOMER)
                    .getResultList();
            return page(orders);
        });
    }

    private static String page(List<Order> orders) {
        StringBuilder page = new StringBuilder();
        for (Order order : orders) {
            page.append(order.placedAt()).append(' ').append(order.state()).append('\n');
            for (OrderLine line : order.lines()) {
                page.append("  ").append(line.quantity()).append(" × ").append(line.title());
                page.append(" at ").append(line.cents()).append('\n');
            }
        }
        return page.toString();
    }
}
