package dev.corridor.http.edge.validation;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.organization.Environment;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;

/**
 * The name of a blockchain: in full ({@code ETHEREUM_SEPOLIA}), or its family ({@code ethereum}), which means the network of this
 * deployment. Whether the chain belongs to this deployment is for the business to say. Source: the NXOS contract, section 2, rule 10.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = KnownChain.Rule.class)
public @interface KnownChain {

    String message() default "must be the name of a supported chain, such as ETHEREUM_MAINNET";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<KnownChain, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || isKnown(text);
        }

        private static boolean isKnown(String text) {
            return Arrays.stream(Environment.values()).anyMatch(environment -> ChainName.find(text, environment).isPresent());
        }
    }
}
