package chandlery.data;

import chandlery.model.Order;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The order book. */
public interface Orders extends JpaRepository<Order, Long> {

    List<Order> findByCustomerIdOrderByIdDesc(long customer);

    @EntityGraph(attributePaths = "lines")
    List<Order> findWithLinesByCustomerIdOrderByIdDesc(long customer);

    List<Order> findByCustomerIdInOrderByIdDesc(List<Long> customers, Limit limit);

    List<Order> findByCustomerHarbourOrderByIdDesc(String harbour, Limit limit);

    /** Locked, so that nobody pays twice. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.id = :id")
    Optional<Order> findLocked(long id);

    @Query("select new chandlery.data.Takings(count(o), coalesce(sum(o.cents), 0)) from Order o")
    Takings takings();

    /** What customers who bought one thing also bought. */
    @Query("""
            select new chandlery.data.Pairing(a.title, b.title, count(*))
            from OrderLine a join OrderLine b
            on b.order.customer.id = a.order.customer.id and b.product.id > a.product.id
            group by a.title, b.title
            order by count(*) desc, a.title, b.title""")
    List<Pairing> boughtTogether(Limit limit);
}
