package dev.corridor.http.edge.route;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The use case of a controller's method. OpenAPI takes the operation's errors from its {@link dev.corridor.application.Refuses}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Performs {

    Class<?> value();
}
