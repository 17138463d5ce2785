package com.example;

import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;

import dev.corridor.application.market.FixedExchangeRates;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.ExecuteQuoteService;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.IssueQuoteService;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.transaction.DepositService;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.memory.InMemoryIds;
import dev.corridor.memory.InMemoryStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** From a deposit to a trade, with every port in memory. */
public final class EmbeddingTheUseCases {

    public static void main(String[] arguments) {
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        var ids = new InMemoryIds(clock);
        var store = InMemoryStore.empty(clock, ids);
        var rates = new FixedExchangeRates(List.of(Rate.of("1", USD, USDC)));

        Deposit deposit = new DepositService(store.books());
        IssueQuote issueQuote = new IssueQuoteService(store.books(), rates, QuotePolicy.STANDARD, ids);
        ExecuteQuote executeQuote = new ExecuteQuoteService(store.books(), rates, QuotePolicy.STANDARD);

        var caller = Caller.withFullAccess(new OrganizationId(ids.next()), new ApiKeyId(ids.next()), Environment.SANDBOX);
        var account = new AccountId(ids.next());
        store.accounts().add(Account.open(account, caller.organization(), "Treasury", "", true, clock.instant()));

        deposit.deposit(new Deposit.Command(caller, account, Money.of("10000.00", USD)));
        var sell = new IssueQuote.Side.Sell(Money.of("10000.00", USD), USDC);
        var quote = issueQuote.issue(new IssueQuote.Command(caller, account, sell)).quote();
        executeQuote.execute(new ExecuteQuote.Command(caller, quote.id()));

        for (var balance : store.accounts().balances(caller.organization(), account)) {
            System.out.println(balance.available()); // 0.00 USD, then 9997.000000 USDC
        }
    }
}
