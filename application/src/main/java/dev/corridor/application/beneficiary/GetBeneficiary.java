package dev.corridor.application.beneficiary;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;

/** Reads a beneficiary of an account, archived or not. */
public interface GetBeneficiary {

    @Refuses({AccountNotFound.class, BeneficiaryNotFound.class})
    Beneficiary get(Command command);

    record Command(Caller caller, AccountId account, BeneficiaryId beneficiary) {}
}
