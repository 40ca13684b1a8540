package chandlery.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a customer has ordered at one time. */
@Entity
@Table(name = "orders")
@SequenceGenerator(name = "orders_seq", sequenceName = "orders_seq", allocationSize = 50)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA fills the fields, and queries name them
public class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders_seq")
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Customer customer;

    @Enumerated(EnumType.STRING)
    private OrderState state = OrderState.PLACED;

    private Instant placedAt;
    private long cents;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<OrderLine> lines = new ArrayList<>();

    protected Order() {}

    public Order(Customer customer, Instant placedAt) {
        this.customer = customer;
        this.placedAt = placedAt;
    }

    /** One more line, at today's price. */
    public Order with(Product product, String title, int pieces, long centsEach) {
        lines.add(new OrderLine(this, product, title, pieces, centsEach));
        cents += pieces * centsEach;
        return this;
    }

    public long id() {
        return id;
    }

    public OrderState state() {
        return state;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public long cents() {
        return cents;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    public void enter(OrderState next) {
        state = next;
    }
}
