package dev.corridor.testing.model;

import static dev.corridor.testing.Fixtures.aKeyOf;

import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.money.Asset;
import dev.corridor.testing.Store;
import java.util.List;
import java.util.function.Supplier;

/** The initial state of every sequence. */
final class Opening {

    private Opening() {}

    /** Two accounts, the first with money, a beneficiary and a quote. */
    static List<Supplier<Step.Request>> steps(Known known) {
        return List.of(
                () -> new Step.OpenAccount("First"),
                () -> new Step.OpenAccount("Second"),
                () -> new Step.Deposit(known.accounts().getFirst(), usd("1000.00")),
                () -> new Step.Deposit(known.accounts().getFirst(), usdc("1000.000000")),
                () -> new Step.Deposit(known.accounts().getFirst(), eur("1000.00")),
                () -> new Step.RegisterWallet(known.accounts().getFirst()),
                () -> new Step.RegisterBankAccount(known.accounts().getFirst()),
                () -> new Step.IssueQuote(known.accounts().getFirst(), usd("250.00"), Asset.USDC));
    }

    /** Another tenant, whose data must stay invisible. */
    static Known.Foreign somebodyElse(Store store) {
        var organization = anOrganization();
        var account = anAccountOf(organization);
        var beneficiary = aBankBeneficiaryOf(account);
        var quote = aLiveQuoteOf(account);
        var deposit = aDepositTo(account, usd("1000.00"));
        store.registry().enrol(organization, aKeyOf(organization), List.of());
        store.accounts().add(account);
        store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(beneficiary);
            open.record(quote);
            return open.post(deposit);
        });
        return new Known.Foreign(account.id(), beneficiary.id(), quote.id(), deposit.transaction().id());
    }
}
