package shop.page;

import jakarta.persistence.LockModeType;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import shop.model.Order;
import shop.model.OrderState;
import shop.payment.PaymentClient;

/** Takes the money for the oldest order that was placed. */
final class Payment implements Page {
    private final SessionFactory sessions;
    private final PaymentClient payments;

    Payment(SessionFactory sessions, PaymentClient payments) {
        this.sessions = sessions;
        this.payments = payments;
    }

    @Override
    public String name() {
        return "payment";
    }

    /** Keeps a transaction, a connection and a locked row while somebody else's computer thinks. */
    @Override
    public String broken() {
        return sessions.fromTransaction(session -> {
            Order order = oldestPlaced(session);
            payments.charge(order.id(), order.cents());
            order.enter(OrderState.PAID);
            return "the order is " + order.state();
        });
    }

    /** Commits that it is about to ask, asks, and writes down the answer in a second transaction. */
    @Override
    public String mended() {
        Order asked = sessions.fromTransaction(session -> {
            Order order = oldestPlaced(session);
            order.enter(OrderState.PAYING);
            return order;
        });
        payments.charge(asked.id(), asked.cents());
        return sessions.fromTransaction(session -> {
            Order order = session.find(Order.class, asked.id());
            order.enter(OrderState.PAID);
            return "the order is " + order.state();
        });
    }

    /** Locked, so that nobody pays twice. */
    private static Order oldestPlaced(Session session) {
        return session.createSelectionQuery("from Order o where o.state = :state order by o.id", Order.class)
                .setParameter("state", OrderState.PLACED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(1)
                .getSingleResult();
    }
}
