package dev.corridor.http.edge.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A date before today, {@code YYYY-MM-DD}, by the validator's clock in UTC. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = PastDate.Rule.class)
public @interface PastDate {

    String message() default "must be a date before today, such as \"1990-12-31\"";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<PastDate, String> {

        private static final int LENGTH = "YYYY-MM-DD".length();

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            var now = context.getClockProvider().getClock().instant();
            return text == null || text.length() == LENGTH && isBefore(text, LocalDate.ofInstant(now, ZoneOffset.UTC));
        }

        private static boolean isBefore(String text, LocalDate today) {
            try {
                return LocalDate.parse(text).isBefore(today);
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }
}
