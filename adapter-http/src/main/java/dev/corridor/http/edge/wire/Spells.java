package dev.corridor.http.edge.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The type that a text on the wire spells: an enum, an id, an {@code Instant}, an amount of {@code Money}, a {@code Rate}, an {@code Asset}, or a
 * {@link Described} rule. On a list, the type of its elements. The description of the API has its form; nothing is checked by it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Spells {

    Class<?> value();

    /** The names of the enum in lower case. */
    boolean inLowerCase() default false;

    /** One or more of them, separated by commas. */
    boolean separatedByCommas() default false;
}
