package chandlery.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Somebody with a ship to fit out. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA fills the fields, and queries name them
public class Customer {
    @Id
    private long id;

    private String name;
    private String harbour;

    protected Customer() {}

    public String name() {
        return name;
    }
}
