package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.GetAccountService;
import dev.corridor.application.account.GetBalance;
import dev.corridor.application.account.GetBalanceService;
import dev.corridor.application.account.ListAccounts;
import dev.corridor.application.account.ListAccountsService;
import dev.corridor.application.account.OpenAccount;
import dev.corridor.application.account.OpenAccountService;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.books.Books;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who carries out the use cases of accounts and their balances. */
@Factory
final class AccountFactory {

    @Singleton
    OpenAccount openAccount(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new OpenAccountService(books, ids, clock);
    }

    @Singleton
    ListAccounts listAccounts(Accounts accounts) {
        return new ListAccountsService(accounts);
    }

    @Singleton
    GetAccount getAccount(Accounts accounts) {
        return new GetAccountService(accounts);
    }

    @Singleton
    GetBalance getBalance(Accounts accounts) {
        return new GetBalanceService(accounts);
    }
}
