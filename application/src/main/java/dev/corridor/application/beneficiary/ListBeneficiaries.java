package dev.corridor.application.beneficiary;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import java.util.Optional;

/** Lists the beneficiaries of an account, newest first, without the archived ones. */
public interface ListBeneficiaries {

    @Refuses(AccountNotFound.class)
    Page<Beneficiary> list(Command command);

    /** @param type only those of this type */
    record Command(Caller caller, AccountId account, Optional<BeneficiaryType> type, PageRequest<BeneficiaryId> page) {}
}
