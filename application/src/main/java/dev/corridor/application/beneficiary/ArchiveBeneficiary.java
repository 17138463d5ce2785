package dev.corridor.application.beneficiary;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;

/** Archives a beneficiary, which is final. A repeat is refused, so that exactly one caller succeeds. */
public interface ArchiveBeneficiary {

    @Refuses({AccountNotFound.class, BeneficiaryNotFound.class, BeneficiaryAlreadyArchived.class})
    Beneficiary archive(Command command);

    record Command(Caller caller, AccountId account, BeneficiaryId beneficiary, Once<Beneficiary> once) {

        /** Without an idempotency key. */
        public Command(Caller caller, AccountId account, BeneficiaryId beneficiary) {
            this(caller, account, beneficiary, Once.eachTime());
        }
    }
}
