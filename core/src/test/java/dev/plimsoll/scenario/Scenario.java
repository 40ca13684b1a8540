package dev.plimsoll.scenario;

import dev.plimsoll.detect.Profile;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A row of the corpus: a history of statements. Unless the method also says what it {@linkplain Owes owes}, it owes silence. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Scenario {

    String id();

    /** What happens, in one line. */
    String story();

    Profile profile() default Profile.DEV;

    Database on() default Database.H2;

    /** Whether the whole history is one unit of work; otherwise it begins its own, or none. */
    boolean oneUnit() default true;

    /** Whether a row that owes silence may be answered by information. */
    boolean hintsAllowed() default false;

    /** Where a history is played. */
    enum Database {
        H2,
        POSTGRESQL
    }
}
