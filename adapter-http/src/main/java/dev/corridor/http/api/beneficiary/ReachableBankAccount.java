package dev.corridor.http.api.beneficiary;

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
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/**
 * The bank account has all that its method needs to reach it; what is missing is reported at the field that it is missing in. The rule
 * is the domain's: {@link dev.corridor.domain.beneficiary.Destination.BankAccount#faults}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = ReachableBankAccount.Rule.class)
@interface ReachableBankAccount {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<ReachableBankAccount, BankBeneficiaryRequest> {

        @Override
        public boolean isValid(BankBeneficiaryRequest request, ConstraintValidatorContext context) {
            var assets = context.unwrap(HibernateConstraintValidatorContext.class)
                    .getConstraintValidatorPayload(AssetCatalogue.class);
            if (!request.namesMethodAndCurrency(assets)) {
                return true;
            }
            var faults = request.toBankAccount(assets).faults();
            context.disableDefaultConstraintViolation();
            faults.forEach(fault -> context.buildConstraintViolationWithTemplate(fault.reason())
                    .addPropertyNode(fault.field())
                    .addConstraintViolation());
            return faults.isEmpty();
        }
    }
}
