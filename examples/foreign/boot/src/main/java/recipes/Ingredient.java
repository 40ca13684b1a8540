package recipes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One of the things of which a recipe is made. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA fills and reads the fields
public class Ingredient {
    @Id
    private long id;

    private String name;

    protected Ingredient() {}

    Ingredient(long id, String name) {
        this.id = id;
        this.name = name;
    }

    String name() {
        return name;
    }
}
