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
import java.util.Set;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** One of the given texts, exactly as written. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = OneOf.Rule.class)
public @interface OneOf {

    String[] value();

    String message() default "must be one of {texts}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<OneOf, String> {

        private Set<String> allowed;
        private String texts;

        @Override
        public void initialize(OneOf constraint) {
            allowed = Set.of(constraint.value());
            texts = String.join(", ", constraint.value());
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null || allowed.contains(text)) {
                return true;
            }
            context.unwrap(HibernateConstraintValidatorContext.class).addMessageParameter("texts", texts);
            return false;
        }
    }
}
