package dev.plimsoll.junit;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Severity;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nothing may be found in a test but what the baseline accepts. On a class it holds for each of its tests and those of its nested
 * classes; on a method it replaces what the class says.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(PlimsollExtension.class)
public @interface ExpectNoFindings {

    /** What may be found all the same: kinds, ids, or kinds at a method as {@code n-plus-one@shop.OrderPage#lines}. A kind that nothing finds fails the test. */
    String[] except() default {};

    /** The least severity that fails; never {@link Severity#INFO}. */
    Severity severity() default Severity.WARNING;

    /** The least confidence that fails. */
    Confidence confidence() default Confidence.CANDIDATE;
}
