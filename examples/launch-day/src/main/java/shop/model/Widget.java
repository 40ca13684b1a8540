package shop.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What the shop sells. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills the fields, and queries name them
@Table(indexes = @Index(columnList = "vendor_id"))
public class Widget {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private long id;

    private String name;
    private long cents;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Vendor vendor;

    protected Widget() {}

    public Widget(String name, long cents, Vendor vendor) {
        this.name = name;
        this.cents = cents;
        this.vendor = vendor;
    }

    public String name() {
        return name;
    }

    public long cents() {
        return cents;
    }
}
