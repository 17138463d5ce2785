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
 * An amount in major units as a plain decimal: digits, and perhaps a point and more digits. Greater than zero, at most
 * 12 digits before the point, no sign, exponent, blank or superfluous zero in front. How many decimals it may have
 * depends on the asset: see {@link FitsAsset}. Source: the NXOS contract, section 1, "Conventions".
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = DecimalAmount.Rule.class)
public @interface DecimalAmount {

    String message() default "must be a decimal number greater than zero, such as \"10.00\"";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<DecimalAmount, String> {

        /** Below a trillion: with six decimals that still fits a {@code long} of smallest units. */
        static final int MAX_INTEGER_DIGITS = 12;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || isPlainDecimal(text) && text.chars().anyMatch(c -> c >= '1' && c <= '9');
        }

        static boolean isPlainDecimal(String text) {
            int point = text.indexOf('.');
            var integer = point < 0 ? text : text.substring(0, point);
            return isDigits(integer)
                    && integer.length() <= MAX_INTEGER_DIGITS
                    && (integer.length() == 1 || integer.charAt(0) != '0')
                    && (point < 0 || isDigits(text.substring(point + 1)));
        }

        private static boolean isDigits(String text) {
            return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
