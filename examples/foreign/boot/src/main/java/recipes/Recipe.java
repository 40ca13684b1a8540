package recipes;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** What to cook, and of what. */
@Entity
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class Recipe {
    @Id
    private long id;

    private String name;
    private int cooked;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "recipe_id")
    @OrderBy("id")
    private List<Ingredient> ingredients = new ArrayList<>();

    protected Recipe() {}

    Recipe(long id, String name) {
        this.id = id;
        this.name = name;
    }

    Recipe with(String ingredient) {
        ingredients.add(new Ingredient(id * 100 + ingredients.size(), ingredient));
        return this;
    }

    void cook() {
        cooked++;
    }

    String name() {
        return name;
    }

    int cooked() {
        return cooked;
    }

    List<Ingredient> ingredients() {
        return ingredients;
    }
}
