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
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/**
 * An international bank account number in its electronic form (ISO 13616): no blanks, upper case, the country's length, check digits
 * that are right.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = Iban.Rule.class)
public @interface Iban {

    String message() default "must be an IBAN without blanks, with the right check digits";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Iban, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || isIban(text);
        }

        private static boolean isIban(String text) {
            try {
                IbanUtil.validate(text);
                return true;
            } catch (Iban4jException e) {
                return false;
            }
        }
    }
}
