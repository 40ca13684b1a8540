package recipes;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the application. */
@RestController
class Kitchen {
    private final Recipes recipes;

    Kitchen(Recipes recipes) {
        this.recipes = recipes;
    }

    /** A recipe on a page. */
    record Card(String name, List<String> ingredients) {}

    /** One query for the recipes, and one more for the ingredients of each. */
    @GetMapping("/menu")
    List<Card> menu() {
        return cards(recipes.findAllByOrderById());
    }

    /** Brings the ingredients along. */
    @GetMapping("/soups")
    List<Card> soups() {
        return cards(recipes.findByNameStartingWithOrderById("Soup"));
    }

    /** Saves each recipe on its own: nobody has begun a transaction around the loop. */
    @GetMapping("/cook")
    List<Integer> cook() {
        List<Recipe> all = recipes.findAllByOrderById();
        for (Recipe recipe : all) {
            recipe.cook();
            recipes.save(recipe);
        }
        return all.stream().map(Recipe::cooked).toList();
    }

    private static List<Card> cards(List<Recipe> shown) {
        return shown.stream()
                .map(recipe -> new Card(
                        recipe.name(),
                        recipe.ingredients().stream().map(Ingredient::name).toList()))
                .toList();
    }
}
