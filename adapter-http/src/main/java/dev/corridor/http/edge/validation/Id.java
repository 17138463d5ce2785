package dev.corridor.http.edge.validation;

import dev.corridor.domain.id.PrefixedUuid;
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
 * An identifier: {@link #prefix()} and 32 lower-case hex digits. Whether the thing exists is not asked here.
 * {@link #thing()} names it in the message, with its article: "an account".
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = Id.Rule.class)
public @interface Id {

    String thing();

    String prefix();

    String message() default "must be {thing} id ({prefix} and 32 lower-case hex digits)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Id, String> {

        private String prefix;

        @Override
        public void initialize(Id constraint) {
            prefix = constraint.prefix();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || isId(text);
        }

        private boolean isId(String text) {
            try {
                PrefixedUuid.parse(prefix, text);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
