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
import java.util.List;

/**
 * Labels of the client's own: at most 20, each of 1 to 100 characters. Source: the NXOS contract,
 * section 1, "Beneficiaries".
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = Tags.Rule.class)
public @interface Tags {

    String message() default "must be at most 20 texts of 1 to 100 characters each";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Tags, List<String>> {

        private static final int MAX_TAGS = 20;
        private static final int MAX_LENGTH = 100;

        @Override
        public boolean isValid(List<String> tags, ConstraintValidatorContext context) {
            return tags == null || tags.size() <= MAX_TAGS && tags.stream().allMatch(Rule::isTag);
        }

        private static boolean isTag(String tag) {
            return !tag.isBlank() && tag.codePointCount(0, tag.length()) <= MAX_LENGTH;
        }
    }
}
