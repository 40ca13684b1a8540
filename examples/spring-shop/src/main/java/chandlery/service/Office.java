package chandlery.service;

import chandlery.data.Orders;
import chandlery.data.Pairing;
import chandlery.data.Takings;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the owner wants to know. All of it only reads, and says so. */
@Service
@Transactional(readOnly = true)
public class Office {
    public static final Limit LATEST = Limit.of(50);
    public static final Limit PAIRINGS = Limit.of(20);

    private final Orders orders;

    Office(Orders orders) {
        this.orders = orders;
    }

    /** The database counts and adds up. */
    public Takings takings() {
        return orders.takings();
    }

    /** The database knows who is of that harbour. */
    public List<OrderSheet> latestOf(String harbour) {
        return orders.findByCustomerHarbourOrderByIdDesc(harbour, LATEST).stream()
                .map(OrderSheet::summary)
                .toList();
    }

    /** Takes a while, on whichever server has the time. */
    public List<Pairing> boughtTogether() {
        return orders.boughtTogether(PAIRINGS);
    }
}
