package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.VisibleText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Visible text of one to {@link #max()} characters (Unicode code points). Accepts absent values: see {@link Required}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = Text.Rule.class)
public @interface Text {

    int max();

    String message() default "must have 1 to {max} characters and not be blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Text, String> {

        private int max;

        @Override
        public void initialize(Text constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            boolean isOfLength = !text.isBlank() && text.codePointCount(0, text.length()) <= max;
            if (isOfLength && !VisibleText.isVisible(text)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(VisibleText.REASON).addConstraintViolation();
            }
            return isOfLength && VisibleText.isVisible(text);
        }
    }
}
