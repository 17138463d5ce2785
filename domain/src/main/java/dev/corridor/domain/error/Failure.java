package dev.corridor.domain.error;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one declaration of an error, at its record. What it does not say follows from the record: the code from its name, the details from
 * its components. The catalogue, the reference, the pages and the description of the API are made from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Failure {

    ErrorKind kind();

    Outcome outcome() default Outcome.NOT_APPLIED;

    Retry retry() default Retry.NEW_REQUEST;

    /** A few words, as a heading. */
    String title();

    /** When it is answered: a sentence or two in Markdown. */
    String meaning();

    /** What the client should do: a sentence or two in Markdown. */
    String advice();

    /** What {@link BusinessError#message} answers; an error whose message depends on its components has a method instead. */
    String message() default "";
}
