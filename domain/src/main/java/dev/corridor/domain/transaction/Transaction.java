package dev.corridor.domain.transaction;

import static dev.corridor.domain.transaction.LedgerAccount.available;
import static dev.corridor.domain.transaction.LedgerAccount.locked;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import java.time.Instant;

/**
 * A movement of money and its state. The named factories are the ways money moves; each answers the {@link Movement} that brings the
 * transaction into being, and the transitions answer the movement that takes it further.
 *
 * @param amount what it moves, in the asset it takes from or brings to the account; always positive
 */
public record Transaction(
        TransactionId id,
        OrganizationId organization,
        AccountId account,
        TransactionStatus status,
        Money amount,
        Details details,
        Memo memo,
        Instant createdAt,
        Instant updatedAt) {

    /** A payout's first step writes two entries; the step that ends it goes on with the third. */
    private static final int FIRST_LINE = 1;

    private static final int RESOLUTION_LINE = 3;

    public Transaction {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transaction moves a positive amount");
        }
    }

    /** A quote that has just been executed: the account gives one asset and receives the other, and the house keeps its fee. */
    public static Movement trade(TransactionId id, Quote.Completed quote) {
        var terms = quote.terms();
        var conversion = terms.conversion();
        var trade = new Details.Trade(terms.id(), conversion.to(), conversion.fee());
        var transaction = new Transaction(
                id,
                terms.organization(),
                terms.account(),
                TransactionStatus.COMPLETED,
                conversion.from(),
                trade,
                Memo.EMPTY,
                quote.executedAt(),
                quote.executedAt());
        return Movement.from(FIRST_LINE)
                .post(conversion.from().negated(), available(terms.account()))
                .post(conversion.net(), HouseAccount.FX)
                .post(conversion.fee(), HouseAccount.FEES)
                .move(conversion.to(), HouseAccount.FX, available(terms.account()))
                .of(transaction);
    }

    /** Money that somebody outside sent to the account. */
    public static Movement payin(TransactionId id, OrganizationId organization, AccountId account, Money amount, Instant now) {
        var details =
                switch (amount.asset().kind()) {
                    case FIAT -> new Details.FiatPayin();
                    case STABLECOIN -> new Details.CryptoPayin();
                };
        var transaction =
                new Transaction(id, organization, account, TransactionStatus.COMPLETED, amount, details, Memo.EMPTY, now, now);
        return Movement.from(FIRST_LINE)
                .move(amount, HouseAccount.OUTSIDE_WORLD, available(account))
                .of(transaction);
    }

    /** The beginning of a payout: the money is set aside and waits, LOCKED, for what the bank or the chain says. */
    public static Movement payout(
            TransactionId id, OrganizationId organization, AccountId account, Money amount, Details details, Memo memo, Instant now) {
        var transaction = new Transaction(id, organization, account, TransactionStatus.LOCKED, amount, details, memo, now, now);
        return Movement.from(FIRST_LINE)
                .move(amount, available(account), locked(account))
                .of(transaction);
    }

    /** The payout has arrived: the money leaves the account. */
    public Movement complete(Instant now) {
        requireLocked();
        return Movement.from(RESOLUTION_LINE)
                .move(amount, locked(account), HouseAccount.OUTSIDE_WORLD)
                .of(with(TransactionStatus.COMPLETED, now));
    }

    /** The payout will never arrive: the money is the account's again. */
    public Movement decline(Instant now) {
        requireLocked();
        return Movement.from(RESOLUTION_LINE)
                .move(amount, locked(account), available(account))
                .of(with(TransactionStatus.DECLINED, now));
    }

    public TransactionType type() {
        return details.type();
    }

    /** Whether it is a payout, and has come to that state. */
    public boolean isPayoutThat(TransactionStatus reached) {
        return status == reached
                && switch (details) {
                    case Details.CryptoPayout payout -> true;
                    case Details.FiatPayout payout -> true;
                    case Details.Trade trade -> false;
                    case Details.CryptoPayin payin -> false;
                    case Details.FiatPayin payin -> false;
                };
    }

    private void requireLocked() {
        if (status != TransactionStatus.LOCKED) {
            throw new BusinessException(new InvalidRequest("The transaction is " + status + "; only a LOCKED one can be settled or declined."));
        }
    }

    private Transaction with(TransactionStatus next, Instant now) {
        return new Transaction(id, organization, account, next, amount, details, memo, createdAt, now);
    }
}
