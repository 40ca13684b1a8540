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
 * How many statements a test may execute, all data sources together; set-up and clean-up do not count. On a class it holds for each
 * of its tests and those of its nested classes; on a method it replaces what the class says of the same {@link #of kind}. Repeat it
 * to limit several kinds.
 *
 * <pre>
 * &#64;Test
 * &#64;ExpectStatements(max = 3)
 * &#64;ExpectStatements(of = StatementKind.INSERT, exactly = 0)
 * void thePageIsLoaded() throws SQLException
 * </pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(ExpectStatements.All.class)
@ExtendWith(PlimsollExtension.class)
public @interface ExpectStatements {

    /** Which statements are counted. */
    StatementKind of() default StatementKind.ANY;

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
        ExpectStatements[] value();
    }
}
