package shop.page;

import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import shop.model.Address;
import shop.model.Customer;
import shop.model.Order;
import shop.model.OrderLine;
import shop.model.OrderState;
import shop.model.Widget;

/** A new customer's first order. */
final class Checkout implements Page {
    private static final int ITEMS = 15;
    private static final int BATCH_SIZE = 50;

    private final SessionFactory sessions;

    Checkout(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "checkout";
    }

    /** Saves one thing after another, each in a commit of its own: slow, and half an order if it fails on the way. */
    @Override
    public String broken() {
        Address address = save(new Address("1 Quay Street", "Bristol"));
        Customer customer = save(new Customer("samuel@example.org", address));
        List<Widget> basket = sessions.fromTransaction(Checkout::basket);
        Order order = save(new Order(customer, Instant.now(), OrderState.PLACED, cents(basket)));
        for (Widget widget : basket) {
            save(new OrderLine(order, widget, 1));
        }
        return confirmation(basket);
    }

    private <T> T save(T entity) {
        sessions.inTransaction(session -> session.persist(entity));
        return entity;
    }

    /** Saves everything in one transaction, and the lines in one batch. */
    @Override
    public String mended() {
        return sessions.fromTransaction(session -> {
            session.setJdbcBatchSize(BATCH_SIZE);
            List<Widget> basket = basket(session);
            Address address = new Address("1 Quay Street", "Bristol");
            Customer customer = new Customer("thomas@example.org", address);
            Order order = new Order(customer, Instant.now(), OrderState.PLACED, cents(basket));
            basket.forEach(widget -> order.lines().add(new OrderLine(order, widget, 1)));
            session.persist(address);
            session.persist(customer);
            session.persist(order);
            return confirmation(basket);
        });
    }

    private static List<Widget> basket(Session session) {
        return session.createSelectionQuery("from Widget w order by w.id", Widget.class)
                .setMaxResults(ITEMS)
                .getResultList();
    }

    private static long cents(List<Widget> basket) {
        return basket.stream().mapToLong(Widget::cents).sum();
    }

    private static String confirmation(List<Widget> basket) {
        return basket.size() + " widgets for " + cents(basket);
    }
}
