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

/** The two named components are not equal. Reported at the first. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = Different.Rule.class)
public @interface Different {

    String value();

    String other();

    String message() default "must differ from {other}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Different, Object> {

        private String first;
        private String other;

        @Override
        public void initialize(Different constraint) {
            first = constraint.value();
            other = constraint.other();
        }

        @Override
        public boolean isValid(Object record, ConstraintValidatorContext context) {
            var value = Components.read(record, first);
            return value == null || !value.equals(Components.read(record, other)) || Components.refuse(context, first);
        }
    }
}
