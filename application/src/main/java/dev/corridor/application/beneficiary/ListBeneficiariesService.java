package dev.corridor.application.beneficiary;

import dev.corridor.application.Page;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.domain.beneficiary.Beneficiary;

public final class ListBeneficiariesService implements ListBeneficiaries {

    private final Accounts accounts;
    private final Beneficiaries beneficiaries;

    public ListBeneficiariesService(Accounts accounts, Beneficiaries beneficiaries) {
        this.accounts = accounts;
        this.beneficiaries = beneficiaries;
    }

    @Override
    public Page<Beneficiary> list(Command command) {
        var account = accounts.get(command.caller().organization(), command.account());
        return beneficiaries.page(account.organization(), account.id(), command.type(), command.page());
    }
}
