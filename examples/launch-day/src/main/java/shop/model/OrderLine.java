package shop.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** One position of an order, with the widget's name and price as they were then. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills the fields, and queries name them
@Table(indexes = {@Index(columnList = "order_id"), @Index(columnList = "widget_id")})
public class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Order order;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Widget widget;

    private String title;
    private int quantity;
    private long cents;

    protected OrderLine() {}

    public OrderLine(Order order, Widget widget, int quantity) {
        this.order = order;
        this.widget = widget;
        this.title = widget.name();
        this.quantity = quantity;
        this.cents = widget.cents();
    }

    public String title() {
        return title;
    }

    public int quantity() {
        return quantity;
    }

    public long cents() {
        return cents;
    }
}
