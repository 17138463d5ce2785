package dev.corridor.application.beneficiary;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers whom an account may pay. Asking twice registers two: the same recipient may stand on an account more than once.
 *
 * <p>A chain of the other environment is an invalid request. What {@link Beneficiary#faults} names is a validation error: an address
 * without an owner, a bank account that its method cannot reach, a holder's name that the method cannot carry.
 */
public interface RegisterBeneficiary {

    @Refuses({InvalidRequest.class, ValidationError.class, AccountNotFound.class, ReferenceTaken.class})
    Beneficiary register(Command command);

    record Command(
            Caller caller,
            AccountId account,
            Optional<Reference> reference,
            String nickname,
            Destination destination,
            Identity identity,
            List<String> tags,
            Map<String, String> metadata,
            Once<Beneficiary> once) {

        /** Without a reference. Takes effect each time it is asked. */
        public Command(
                Caller caller,
                AccountId account,
                String nickname,
                Destination destination,
                Identity identity,
                List<String> tags,
                Map<String, String> metadata) {
            this(caller, account, Optional.empty(), nickname, destination, identity, tags, metadata, Once.eachTime());
        }

        /** All of it is personal data. */
        @Override
        public String toString() {
            return "Command[" + account + ", " + destination + "]";
        }
    }
}
