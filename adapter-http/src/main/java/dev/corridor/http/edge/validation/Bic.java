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
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;

/** A business identifier code (ISO 9362), also called SWIFT code: 8 or 11 characters, upper case. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = Bic.Rule.class)
public @interface Bic {

    String message() default "must be a BIC of 8 or 11 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Bic, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || isBic(text);
        }

        private static boolean isBic(String text) {
            try {
                BicUtil.validate(text);
                return true;
            } catch (Iban4jException e) {
                return false;
            }
        }
    }
}
