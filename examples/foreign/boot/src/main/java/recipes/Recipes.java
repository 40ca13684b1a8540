package recipes;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** The cookbook. */
interface Recipes extends JpaRepository<Recipe, Long> {

    List<Recipe> findAllByOrderById();

    @EntityGraph(attributePaths = "ingredients")
    List<Recipe> findByNameStartingWithOrderById(String name);
}
