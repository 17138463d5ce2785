package dev.corridor.http.edge.validation;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/**
 * An amount has no more decimals than its asset, and its smallest units can be counted. Reported at the amount. An amount or asset that is
 * wrong in itself is left to {@link DecimalAmount} and {@link AssetCode}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = FitsAsset.Rule.class)
@Repeatable(FitsAsset.Every.class)
public @interface FitsAsset {

    String amount();

    String asset();

    /** A record may have several amounts. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Every {
        FitsAsset[] value();
    }

    String message() default "must have at most {decimals} decimals and {digits} digits before the point in {asset}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<FitsAsset, Object> {

        /** Any number of so many digits fits a {@code long}. */
        private static final int SAFE_DIGITS = 18;

        private String amount;
        private String asset;

        @Override
        public void initialize(FitsAsset constraint) {
            amount = constraint.amount();
            asset = constraint.asset();
        }

        @Override
        public boolean isValid(Object record, ConstraintValidatorContext context) {
            var hibernate = context.unwrap(HibernateConstraintValidatorContext.class);
            var text = (String) Components.read(record, amount);
            var code = (String) Components.read(record, asset);
            if (text == null || code == null || !DecimalAmount.Rule.isPlainDecimal(text)) {
                return true;
            }
            return hibernate.getConstraintValidatorPayload(AssetCatalogue.class).find(code)
                    .map(known -> fits(text, known, hibernate))
                    .orElse(true);
        }

        private boolean fits(String text, Asset known, HibernateConstraintValidatorContext context) {
            int point = text.indexOf('.');
            int integerDigits = point < 0 ? text.length() : point;
            int decimals = point < 0 ? 0 : text.length() - point - 1;
            int maxIntegerDigits = SAFE_DIGITS - known.decimals();
            if (decimals <= known.decimals() && integerDigits <= maxIntegerDigits) {
                return true;
            }
            context.addMessageParameter("decimals", known.decimals());
            context.addMessageParameter("digits", Math.min(maxIntegerDigits, DecimalAmount.Rule.MAX_INTEGER_DIGITS));
            context.addMessageParameter("asset", known.code());
            return Components.refuse(context, amount);
        }
    }
}
