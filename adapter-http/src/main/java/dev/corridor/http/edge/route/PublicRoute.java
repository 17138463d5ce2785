package dev.corridor.http.edge.route;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation without authentication; it reveals nothing about customers. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PublicRoute {

    /** Whether it works under maintenance too, because it is about the service itself. */
    boolean always() default false;
}
