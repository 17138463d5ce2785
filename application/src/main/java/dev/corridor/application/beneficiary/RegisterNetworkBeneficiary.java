package dev.corridor.application.beneficiary;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers another organization, by its handle on the network, as a beneficiary of an account. Asking twice registers two. The beneficiary is that
 * organization from then on: it is not another one that takes the handle later.
 *
 * <p>A handle that no organization takes part with is a validation error, and so is the caller's own.
 */
public interface RegisterNetworkBeneficiary {

    @Refuses({ValidationError.class, AccountNotFound.class, ReferenceTaken.class})
    Beneficiary register(Command command);

    record Command(
            Caller caller,
            AccountId account,
            Optional<Reference> reference,
            String nickname,
            NetworkHandle target,
            Identity identity,
            List<String> tags,
            Map<String, String> metadata,
            Once<Beneficiary> once) {

        /** Without a reference. Takes effect each time it is asked. */
        public Command(Caller caller, AccountId account, String nickname, NetworkHandle target) {
            this(caller, account, Optional.empty(), nickname, target, Identity.UNKNOWN, List.of(), Map.of(), Once.eachTime());
        }

        /** The rest is personal data. */
        @Override
        public String toString() {
            return "Command[" + account + ", " + target + "]";
        }
    }
}
