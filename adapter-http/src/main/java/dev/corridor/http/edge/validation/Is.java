package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.Check;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** The value passes a check of the domain or the edge: {@code @Is(Iban.class)}. Accepts absent values: see {@link Required}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = Is.Rule.class)
public @interface Is {

    /** Must have a constructor without arguments. */
    Class<? extends Check<?>> value();

    String message() default "{reason}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Is, Object> {

        private Check<Object> check;

        /** A check with the wrong type fails on the first request, in every test of the field. */
        @Override
        @SuppressWarnings("unchecked")
        public void initialize(Is constraint) {
            check = (Check<Object>) Rules.make(constraint.value());
        }

        @Override
        public boolean isValid(Object value, ConstraintValidatorContext context) {
            if (value == null || check.accepts(value)) {
                return true;
            }
            context.unwrap(HibernateConstraintValidatorContext.class).addMessageParameter("reason", check.reason());
            return false;
        }
    }
}
