package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.account.ChangeAccount;
import dev.corridor.application.account.ChangeAccountService;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.GetAccountService;
import dev.corridor.application.account.GetBalance;
import dev.corridor.application.account.GetBalanceService;
import dev.corridor.application.account.ListAccounts;
import dev.corridor.application.account.ListAccountsService;
import dev.corridor.application.account.ListBalances;
import dev.corridor.application.account.ListBalancesService;
import dev.corridor.application.account.OpenAccount;
import dev.corridor.application.account.OpenAccountService;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.SettledTime;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.account.PostgresAccounts;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Accounts and balances: their port and use cases. */
@Factory
final class AccountFactory {

    @Singleton
    Accounts accounts(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresAccounts(dataSource, assets, settings.books().batchScope());
    }

    @Singleton
    OpenAccount openAccount(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new OpenAccountService(books, ids, clock);
    }

    @Singleton
    ChangeAccount changeAccount(Books books, AuditLog audit) {
        return new ChangeAccountService(books, audit);
    }

    @Singleton
    ListAccounts listAccounts(Accounts accounts) {
        return new ListAccountsService(accounts);
    }

    @Singleton
    ListBalances listBalances(Accounts accounts) {
        return new ListBalancesService(accounts);
    }

    @Singleton
    GetAccount getAccount(Accounts accounts) {
        return new GetAccountService(accounts);
    }

    @Singleton
    GetBalance getBalance(Accounts accounts, SettledTime settledTime) {
        return new GetBalanceService(accounts, settledTime);
    }
}
