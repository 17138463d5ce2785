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

/** Exactly one of the two named components is given. Reported at the first. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = ExactlyOneOf.Rule.class)
public @interface ExactlyOneOf {

    String value();

    String other();

    String message() default "or {other} must be given, and not both";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<ExactlyOneOf, Object> {

        private String first;
        private String other;

        @Override
        public void initialize(ExactlyOneOf constraint) {
            first = constraint.value();
            other = constraint.other();
        }

        @Override
        public boolean isValid(Object record, ConstraintValidatorContext context) {
            boolean given = Components.read(record, first) != null;
            return given != (Components.read(record, other) != null) || Components.refuse(context, first);
        }
    }
}
