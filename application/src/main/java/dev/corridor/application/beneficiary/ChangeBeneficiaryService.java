package dev.corridor.application.beneficiary;

import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.error.BusinessException;

public final class ChangeBeneficiaryService implements ChangeBeneficiary {

    private final Books books;
    private final Beneficiaries beneficiaries;

    public ChangeBeneficiaryService(Books books, Beneficiaries beneficiaries) {
        this.books = books;
        this.beneficiaries = beneficiaries;
    }

    /** The reference never changes, so it may be read before the decision. */
    @Override
    public Beneficiary change(Command command) {
        var organization = command.caller().organization();
        var reference = beneficiaries.find(organization, command.account(), command.beneficiary()).flatMap(Beneficiary::reference);
        var subjects = Subjects.beneficiary(command.caller(), command.account(), command.beneficiary()).with(reference);
        return books.decide(command.once(), subjects, open -> change(open, command));
    }

    private static Beneficiary change(OpenBooks open, Command command) {
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        var changed = beneficiary.change(
                command.standing().map(ChangeBeneficiaryService::statusOf).orElseGet(() -> keptStatus(beneficiary)),
                command.tags().orElse(beneficiary.tags()),
                command.metadata().orElse(beneficiary.metadata()),
                open.now());
        open.record(changed);
        return changed;
    }

    private static BeneficiaryStatus statusOf(Standing standing) {
        return switch (standing) {
            case ACTIVE -> BeneficiaryStatus.ACTIVE;
            case INACTIVE -> BeneficiaryStatus.INACTIVE;
        };
    }

    private static BeneficiaryStatus keptStatus(Beneficiary beneficiary) {
        if (beneficiary.status() == BeneficiaryStatus.ARCHIVED) {
            throw new BusinessException(new BeneficiaryAlreadyArchived(beneficiary.id()));
        }
        return beneficiary.status();
    }
}
