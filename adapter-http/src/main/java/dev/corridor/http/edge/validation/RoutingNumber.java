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

/**
 * An ABA routing number of the United States: nine digits, the first two of a Federal Reserve range, the weighted sum (3, 7, 1) a
 * multiple of ten. Source: the American Bankers Association's routing number policy.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = RoutingNumber.Rule.class)
public @interface RoutingNumber {

    String message() default "must be a routing number of nine digits with the right check digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<RoutingNumber, String> {

        private static final String WEIGHTS = "371371371";

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || isRoutingNumber(text);
        }

        private static boolean isRoutingNumber(String text) {
            return text.length() == WEIGHTS.length()
                    && text.chars().allMatch(c -> c >= '0' && c <= '9')
                    && isInUse(Integer.parseInt(text.substring(0, 2)))
                    && weightedSum(text) % 10 == 0;
        }

        /** Banks, thrifts, electronic transactions, traveller's cheques. */
        private static boolean isInUse(int range) {
            return range >= 1 && range <= 12 || range >= 21 && range <= 32 || range >= 61 && range <= 72 || range == 80;
        }

        private static int weightedSum(String text) {
            int sum = 0;
            for (int i = 0; i < text.length(); i++) {
                sum += (WEIGHTS.charAt(i) - '0') * (text.charAt(i) - '0');
            }
            return sum;
        }
    }
}
