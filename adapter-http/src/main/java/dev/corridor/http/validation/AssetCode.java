package dev.corridor.http.validation;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Collectors;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** The code of an asset that this deployment deals in, such as {@code USD}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = AssetCode.Rule.class)
public @interface AssetCode {

    String message() default "must be one of {assets}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<AssetCode, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            var hibernate = context.unwrap(HibernateConstraintValidatorContext.class);
            var assets = hibernate.getConstraintValidatorPayload(AssetCatalogue.class);
            hibernate.addMessageParameter("assets", assets.all().stream().map(Asset::code).collect(Collectors.joining(", ")));
            return assets.find(text).isPresent();
        }
    }
}
