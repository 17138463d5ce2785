package dev.corridor.http.edge.validation;

import dev.corridor.domain.access.ApiKey;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** How long two secrets of a key work side by side: an ISO 8601 duration from zero to 30 days. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = Overlap.Rule.class)
public @interface Overlap {

    String message() default "must be a duration from PT0S to P30D";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Overlap, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            try {
                return text == null || isBounded(Duration.parse(text));
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        private static boolean isBounded(Duration overlap) {
            return !overlap.isNegative() && overlap.compareTo(ApiKey.MAX_OVERLAP) <= 0;
        }
    }
}
