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
import java.util.Optional;

/**
 * An address has the form that its chain demands, with the right checksum where the form has one. Reported at the address; a chain that
 * is not known is left to {@link KnownChain}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = ChainAddress.Rule.class)
public @interface ChainAddress {

    String chain();

    String address();

    String message() default "must be an address of the chain, its checksum included";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<ChainAddress, Object> {

        private String chain;
        private String address;

        @Override
        public void initialize(ChainAddress constraint) {
            chain = constraint.chain();
            address = constraint.address();
        }

        @Override
        public boolean isValid(Object record, ConstraintValidatorContext context) {
            var name = (String) Components.read(record, chain);
            var text = (String) Components.read(record, address);
            if (name == null || text == null) {
                return true;
            }
            return platform(name).map(platform -> isAddress(text, platform)).orElse(true) || Components.refuse(context, address);
        }

        /** The networks of a family are of one platform, so any environment will do. */
        private static Optional<ChainName.Platform> platform(String chain) {
            return ChainName.find(chain, Environment.SANDBOX).map(ChainName::platform);
        }

        private static boolean isAddress(String text, ChainName.Platform platform) {
            return switch (platform) {
                case EVM -> EvmAddress.isValid(text);
                case SOLANA -> SolanaAddress.isValid(text);
                case TRON -> TronAddress.isValid(text);
            };
        }
    }
}
