package dev.corridor.http.edge.validation;

import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.KeyTerms;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Addresses and ranges of them (CIDR), of IPv4 or IPv6. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = AddressRanges.Rule.class)
public @interface AddressRanges {

    String message() default "must be at most 100 addresses or CIDR ranges, such as \"192.0.2.0/24\"";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<AddressRanges, List<String>> {

        @Override
        public boolean isValid(List<String> ranges, ConstraintValidatorContext context) {
            return ranges == null || ranges.size() <= KeyTerms.MAX_ALLOWED_ADDRESSES && ranges.stream().allMatch(Rule::isRange);
        }

        private static boolean isRange(String text) {
            try {
                IpRange.parse(text);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
