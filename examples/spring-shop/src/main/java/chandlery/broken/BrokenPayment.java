package chandlery.broken;

import chandlery.data.Orders;
import chandlery.model.Order;
import chandlery.model.OrderState;
import chandlery.service.CardService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a transaction, a connection and a locked row while somebody else's computer thinks. */
@Service
public class BrokenPayment {
    private final Orders orders;
    private final CardService cards;

    BrokenPayment(Orders orders, CardService cards) {
        this.orders = orders;
        this.cards = cards;
    }

    @Transactional
    public void pay(long id) {
        Order order = orders.findLocked(id).orElseThrow();
        cards.charge(id, order.cents());
        order.enter(OrderState.PAID);
    }
}
