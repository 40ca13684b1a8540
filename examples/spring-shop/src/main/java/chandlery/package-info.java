/** A ship chandler's shop on Spring Boot. It knows nothing of who watches it: see the pom and the properties. */
@NullMarked
package chandlery;

import org.jspecify.annotations.NullMarked;
