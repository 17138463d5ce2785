package com.example;

import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Pricing;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.Spread;
import dev.corridor.domain.transaction.LedgerAccount;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A wallet that changes dollars into USDC. Where it keeps its balances is its own affair; the rules are Corridor's. */
public final class EmbeddingTheDomain {

    /** A price holds for two minutes, and the house keeps a quarter of a percent. */
    private static final Pricing PRICING = new Pricing(Duration.ofMinutes(2), new Spread(25));

    private final OrganizationId owner = new OrganizationId(UUID.randomUUID());
    private final AccountId account = new AccountId(UUID.randomUUID());
    private final Map<QuoteId, Quote> quotes = new HashMap<>();
    private Map<Asset, Balance> balances = Map.of();

    public static void main(String[] arguments) {
        var wallet = new EmbeddingTheDomain();
        wallet.deposit(Money.of("1000.00", USD));

        var quote = wallet.quote(Money.of("400.00", USD));
        System.out.println(quote.conversion().to() + " for 400.00 USD"); // 399.000000 USDC for 400.00 USD
        System.out.println(wallet.execute(quote.id())); // done
        System.out.println(wallet.execute(quote.id())); // no: quote_already_used
        System.out.println(wallet.execute(wallet.quote(Money.of("700.00", USD)).id())); // top up first, there are 600.00 USD
    }

    void deposit(Money amount) {
        post(Transaction.payin(new TransactionId(UUID.randomUUID()), owner, account, amount, Instant.now()));
    }

    Quote quote(Money dollars) {
        var conversion = PRICING.spreads().sell(dollars, Rate.of("1", USD, USDC));
        var quote = Quote.issue(new QuoteId(UUID.randomUUID()), owner, account, conversion, PRICING, Instant.now());
        quotes.put(quote.id(), quote);
        return quote;
    }

    /** Quotes do not change: executing one answers the next state of it. A refusal carries a record of its facts, and a code for good. */
    String execute(QuoteId id) {
        try {
            var completed = quotes.get(id).execute(Instant.now());
            post(Transaction.trade(new TransactionId(UUID.randomUUID()), completed));
            quotes.put(id, completed);
            return "done";
        } catch (BusinessException refusal) {
            return switch (refusal.error().code()) {
                case "insufficient_funds" -> "top up first, there are " + balance(USD).available();
                default -> "no: " + refusal.error().code();
            };
        }
    }

    private Balance balance(Asset asset) {
        return balances.getOrDefault(asset, Balance.zero(account, asset));
    }

    /** All of a movement, or nothing. What it does to the house (its exchange, its fees, the world outside) is for a ledger to keep. */
    private void post(Movement movement) {
        var after = new HashMap<>(balances);
        for (var posting : movement.postings()) {
            for (var side : posting.sides()) {
                if (side.place() instanceof LedgerAccount.Customer customer) {
                    var asset = posting.amount().asset();
                    var before = after.getOrDefault(asset, Balance.zero(account, asset));
                    after.put(asset, before.post(customer.bucket(), side.change(), movement.transaction().updatedAt()));
                }
            }
        }
        balances = after;
    }
}
