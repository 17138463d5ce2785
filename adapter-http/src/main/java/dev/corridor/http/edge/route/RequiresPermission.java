package dev.corridor.http.edge.route;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission and tier that an operation requires, checked before the body is read. Mandatory on all but public routes. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {

    Permission value();

    /** The lowest sufficient tier. */
    Tier tier() default Tier.STREAM;
}
