package dev.corridor.http.edge.route;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission that an operation needs, and the tier. It is asked for before anything of the request is read but its credentials; none is left out. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {

    Permission value();

    /** The lowest tier that may use it. */
    Tier tier() default Tier.STREAM;
}
