package dev.corridor.http.edge.route;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The use case that a controller's method performs. The API's description takes from its
 * {@link dev.corridor.application.Refuses} which errors the operation can answer with.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Performs {

    Class<?> value();
}
