package chandlery.service;

import chandlery.data.Orders;
import chandlery.model.Order;
import chandlery.model.OrderState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes the money for an order. */
@Service
public class Payment {
    private final Orders orders;
    private final CardService cards;
    private final TransactionOperations transactions;

    Payment(Orders orders, CardService cards, TransactionOperations transactions) {
        this.orders = orders;
        this.cards = cards;
        this.transactions = transactions;
    }

    /** Commits that it is about to ask, asks, and writes the answer down in a second transaction. */
    public void pay(long id) {
        Order order = enter(id, OrderState.PAYING);
        cards.charge(id, order.cents());
        enter(id, OrderState.PAID);
    }

    private Order enter(long id, OrderState state) {
        return transactions.execute(status -> {
            Order order = orders.findLocked(id).orElseThrow();
            order.enter(state);
            return order;
        });
    }
}
