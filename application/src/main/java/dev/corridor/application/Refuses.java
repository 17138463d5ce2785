package dev.corridor.application;

import dev.corridor.domain.error.BusinessError;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The errors of a use case, in order of precedence: if several apply, the client sees the first. The OpenAPI description is generated from it. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    Class<? extends BusinessError>[] value();
}
