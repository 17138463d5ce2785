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
import java.util.regex.Pattern;

/** A telephone number with its country code (ITU-T E.164): {@code +} and 7 to 15 digits. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = PhoneNumber.Rule.class)
public @interface PhoneNumber {

    String message() default "must be a telephone number such as \"+14155550123\"";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<PhoneNumber, String> {

        private static final Pattern PATTERN = Pattern.compile("\\+[1-9][0-9]{6,14}");

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || PATTERN.matcher(text).matches();
        }
    }
}
