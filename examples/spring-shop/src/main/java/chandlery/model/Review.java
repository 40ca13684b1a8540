package chandlery.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** What a customer thinks of a product. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA fills the fields, and queries name them
public class Review {
    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Product product;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Customer customer;

    private int stars;
    private String words;

    protected Review() {}

    public int stars() {
        return stars;
    }

    public String words() {
        return words;
    }
}
