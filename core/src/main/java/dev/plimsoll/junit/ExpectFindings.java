package dev.plimsoll.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many findings of one kind a test may have, of whatever severity. On a class it holds for each of its tests and those of its
 * nested classes; on a method it replaces what the class says of the same kind. {@link ExpectNoFindings} leaves a kind to it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(ExpectFindings.All.class)
@ExtendWith(PlimsollExtension.class)
public @interface ExpectFindings {

    /** The kind, such as {@code n-plus-one}. */
    String kind();

    /** The most that are allowed. */
    int max() default Bounds.NOT_SAID;

    /** The fewest that are allowed; not asked of a test that fails anyway. */
    int min() default Bounds.NOT_SAID;

    /** The only number that is allowed; instead of {@link #max} and {@link #min}. */
    int exactly() default Bounds.NOT_SAID;

    /** Several of them. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(PlimsollExtension.class)
    @interface All {
        ExpectFindings[] value();
    }
}
