package dev.corridor.http.edge.validation;

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
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** The code of a supported asset, such as {@code USD}; optionally of certain kinds only. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = AssetCode.Rule.class)
public @interface AssetCode {

    /** Empty for all kinds. */
    Asset.Kind[] value() default {};

    String message() default "must be one of {assets}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The supported codes, attached to the violation. */
    record Supported(List<String> codes) {}

    final class Rule implements ConstraintValidator<AssetCode, String> {

        private Set<Asset.Kind> kinds;

        @Override
        public void initialize(AssetCode constraint) {
            kinds = Set.of(constraint.value().length == 0 ? Asset.Kind.values() : constraint.value());
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            var hibernate = context.unwrap(HibernateConstraintValidatorContext.class);
            var assets = hibernate.getConstraintValidatorPayload(AssetCatalogue.class);
            if (assets.find(text).filter(asset -> kinds.contains(asset.kind())).isPresent()) {
                return true;
            }
            var known = assets.all().stream().filter(asset -> kinds.contains(asset.kind())).map(Asset::code).toList();
            hibernate.addMessageParameter("assets", String.join(", ", known));
            hibernate.withDynamicPayload(new Supported(known));
            return false;
        }
    }
}
