package shop;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the shop does with its database, each of it in a way that costs too much. */
@Service
public class Orders {
    /** Orders in the shop when it opens, each with two lines. */
    public static final int ORDERS = 40;

    private final EntityManager entities;
    private volatile CountDownLatch paid = new CountDownLatch(0);

    Orders(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public void open() {
        entities.createNativeQuery("insert into orders(customer) select 'customer ' || x from system_range(1, 40)")
                .executeUpdate();
        entities.createNativeQuery("insert into line(title, order_id) select 'gift', id from orders")
                .executeUpdate();
        entities.createNativeQuery("insert into line(title, order_id) select 'article', id from orders")
                .executeUpdate();
    }

    /** One query for the orders, and one for the lines of each. */
    @Transactional(readOnly = true)
    public int countLines() {
        return entities.createQuery("select o from Order o", Order.class).getResultList().stream()
                .mapToInt(order -> order.lines().size())
                .sum();
    }

    /** A list of literals, of which the next search has another number. */
    @Transactional(readOnly = true)
    public int search(int many) {
        String ids = LongStream.rangeClosed(1, many).mapToObj(Long::toString).collect(Collectors.joining(", "));
        List<?> found = entities.createNativeQuery("select * from orders where id in (" + ids + ")")
                .getResultList();
        return found.size();
    }

    @Transactional
    public void save(String customer) {
        entities.persist(new Order(customer));
    }

    /** Waits for somebody else with the transaction open. */
    @Transactional
    public void pay() throws InterruptedException {
        paid = new CountDownLatch(1);
        entities.createQuery("update Order set customer = upper(customer) where id = 1")
                .executeUpdate();
        awaitPayment();
    }

    private void awaitPayment() throws InterruptedException {
        paid.await(10, TimeUnit.MINUTES); // far longer than any test looks at the transaction that waits here
    }

    /** The payment has come. */
    public void paid() {
        paid.countDown();
    }
}
