package chandlery.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** What the shop sells. */
@Entity
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class Product {
    @Id
    private long id;

    private String name;
    private long cents;

    @OneToMany(mappedBy = "product")
    @OrderBy("id desc")
    private List<Review> reviews = new ArrayList<>();

    protected Product() {}

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public long cents() {
        return cents;
    }

    public List<Review> reviews() {
        return reviews;
    }
}
