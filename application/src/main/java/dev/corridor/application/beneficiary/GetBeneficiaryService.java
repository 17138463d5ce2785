package dev.corridor.application.beneficiary;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.error.BusinessException;

public final class GetBeneficiaryService implements GetBeneficiary {

    private final Accounts accounts;
    private final Beneficiaries beneficiaries;

    public GetBeneficiaryService(Accounts accounts, Beneficiaries beneficiaries) {
        this.accounts = accounts;
        this.beneficiaries = beneficiaries;
    }

    @Override
    public Beneficiary get(Command command) {
        var account = accounts.get(command.caller().organization(), command.account());
        return beneficiaries
                .find(account.organization(), account.id(), command.beneficiary())
                .orElseThrow(() -> new BusinessException(new BeneficiaryNotFound(command.beneficiary())));
    }
}
