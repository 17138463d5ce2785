package dev.corridor.application;

import dev.corridor.domain.error.BusinessError;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The errors a use case answers with, in order of precedence: when several apply, the client sees the first. The API's description is
 * made from it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    Class<? extends BusinessError>[] value();
}
