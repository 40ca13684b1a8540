package chandlery.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;

/** One position of an order, with the product's name and price as they were then. */
@Entity
@SequenceGenerator(name = "order_line_seq", sequenceName = "order_line_seq", allocationSize = 50)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA fills the fields, and queries name them
public class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_line_seq")
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Order order;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Product product;

    private String title;
    private int pieces;
    private long cents;

    protected OrderLine() {}

    OrderLine(Order order, Product product, String title, int pieces, long cents) {
        this.order = order;
        this.product = product;
        this.title = title;
        this.pieces = pieces;
        this.cents = cents;
    }

    public String title() {
        return title;
    }

    public int pieces() {
        return pieces;
    }

    public long cents() {
        return cents;
    }
}
