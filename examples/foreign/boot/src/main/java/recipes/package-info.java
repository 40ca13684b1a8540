/** Recipes and their ingredients, served by Spring Boot from a database that JPA fills. Knows nothing of Plimsoll. */
@NullMarked
package recipes;

import org.jspecify.annotations.NullMarked;
