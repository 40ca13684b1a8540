package dev.plimsoll.scenario;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Severity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A finding that a row must give. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Owes.All.class)
@interface Owes {

    /** The kind of the finding; any if empty. */
    String value() default "";

    /** How many such findings. */
    int times() default 1;

    /** Information and nothing more, or at least this severe. */
    Severity severity() default Severity.WARNING;

    /** At least this well proven. */
    Confidence confidence() default Confidence.CANDIDATE;

    /** The number of executions found; any if negative. */
    long count() default -1;

    /** What the finding must say somewhere. */
    String[] mentions() default {};

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Owes[] value();
    }
}
