package dev.corridor.http.edge.validation;

import dev.corridor.http.edge.wire.Timestamp;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A moment in the future by the validator's clock, ISO 8601 in UTC. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = FutureMoment.Rule.class)
public @interface FutureMoment {

    String message() default "must be a moment in the future, such as \"2099-12-31T00:00:00Z\"";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<FutureMoment, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            try {
                return text == null || Timestamp.parse(text).isAfter(context.getClockProvider().getClock().instant());
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
