package dev.corridor.testing;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The base of the contracts: the store under test, an organization and an account. */
public abstract class StoreContract {

    protected Store store;
    protected Organization organization;
    protected Account account;

    /** The implementation under test. It may hold other data already. */
    protected abstract Store store();

    @BeforeEach
    protected void setUp() {
        store = store();
        organization = stored(Fixtures.anOrganization());
        account = stored(Fixtures.anAccountOf(organization));
    }

    protected Organization stored(Organization organization) {
        store.registry().enrol(organization, Fixtures.aKeyOf(organization), List.of());
        return organization;
    }

    protected Account stored(Account account) {
        store.accounts().add(account);
        return account;
    }

    protected Beneficiary stored(Beneficiary beneficiary) {
        return store.books().decide(Subjects.account(beneficiary.organization(), beneficiary.account()).with(beneficiary.reference()), open -> {
            open.record(beneficiary);
            return beneficiary;
        });
    }

    protected Quote stored(Quote quote) {
        return store.books().decide(Subjects.account(quote.terms().organization(), quote.account()), open -> {
            open.record(quote);
            return quote;
        });
    }

    protected Transaction posted(Movement movement) {
        var transaction = movement.transaction();
        var subjects = Subjects.account(transaction.organization(), transaction.account())
                .with(transaction.id())
                .with(transaction.memo().reference());
        return store.books().decide(subjects, open -> {
            if (transaction.isPayoutThat(TransactionStatus.LOCKED) && transaction.details() instanceof Details.CryptoPayout) {
                open.record(Fixtures.aTransferOf(transaction));
            }
            if (transaction.isPayoutThat(TransactionStatus.LOCKED) && transaction.details() instanceof Details.FiatPayout) {
                open.record(new BankTransfer(transaction.id(), transaction.organization(), "main"));
            }
            return open.post(movement);
        });
    }

    protected Balance balance(Account account, Money like) {
        return store.accounts().balances(account.organization(), account.id()).stream()
                .filter(balance -> balance.asset().equals(like.asset()))
                .findFirst()
                .orElseThrow();
    }
}
