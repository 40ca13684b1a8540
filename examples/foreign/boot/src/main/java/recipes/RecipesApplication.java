package recipes;

import java.util.stream.IntStream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the application with the same twelve recipes every time. */
@SpringBootApplication(proxyBeanMethods = false)
public class RecipesApplication {
    private static final int RECIPES = 12;

    public static void main(String[] arguments) {
        SpringApplication.run(RecipesApplication.class, arguments);
    }

    @Bean
    ApplicationRunner cookbook(Recipes recipes) {
        return arguments -> recipes.saveAll(IntStream.range(0, RECIPES)
                .mapToObj(number -> new Recipe(number, "Soup " + number)
                        .with("salt")
                        .with("onion " + number)
                        .with("water"))
                .toList());
    }
}
