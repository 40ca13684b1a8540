package shop.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a customer has ordered at one time. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills the fields, and queries name them
@Table(
        name = "orders",
        indexes = {@Index(columnList = "customer_id"), @Index(columnList = "state")})
public class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Customer customer;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private Instant placedAt;
    private int ageInDays;
    private long cents;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<OrderLine> lines = new ArrayList<>();

    protected Order() {}

    public Order(Customer customer, Instant placedAt, OrderState state, long cents) {
        this.customer = customer;
        this.placedAt = placedAt;
        this.state = state;
        this.cents = cents;
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

    public int ageInDays() {
        return ageInDays;
    }

    public long cents() {
        return cents;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    public void growOlder() {
        ageInDays++;
    }

    public void enter(OrderState next) {
        state = next;
    }
}
