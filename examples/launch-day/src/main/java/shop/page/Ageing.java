package shop.page;

import java.util.List;
import org.hibernate.SessionFactory;
import shop.model.Order;
import shop.model.OrderState;

/** The nightly job that makes every open order a day older. */
final class Ageing implements Page {
    private final SessionFactory sessions;

    Ageing(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "ageing of orders";
    }

    /** Loads every order, changes it, and leaves it to the mapper to write them back one by one. */
    @Override
    public String broken() {
        return sessions.fromTransaction(session -> {
            List<Order> open = session.createSelectionQuery("from Order o where o.state = :state", Order.class)
                    .setParameter("state", OrderState.PLACED)
                    .getResultList();
            open.forEach(Order::growOlder);
            return report(open.size());
        });
    }

    /** Tells the database what is to be done. */
    @Override
    public String mended() {
        return sessions.fromTransaction(session -> {
            int aged = session.createMutationQuery(
                            "update Order o set o.ageInDays = o.ageInDays + 1 where o.state = :state")
                    .setParameter("state", OrderState.PLACED)
                    .executeUpdate();
            return report(aged);
        });
    }

    private static String report(int orders) {
        return orders + " orders are a day older";
    }
}
