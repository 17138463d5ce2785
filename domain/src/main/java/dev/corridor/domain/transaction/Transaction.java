package dev.corridor.domain.transaction;

import static dev.corridor.domain.transaction.LedgerAccount.available;
import static dev.corridor.domain.transaction.LedgerAccount.locked;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.TransactionError.PayoutNotWaiting;
import dev.corridor.domain.transaction.TransactionError.TransactionAlreadyReversed;
import dev.corridor.domain.transaction.TransactionError.TransactionNotReversible;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A movement of money and its state. A factory begins it, a transition takes it further; each answers the {@link Movement}: the next state, and the
 * postings that the step writes.
 *
 * <table>
 * <caption>Its life</caption>
 * <tr><th>from</th><th>to</th><th>by</th><th>moved by</th></tr>
 * <tr><td></td><td>COMPLETED</td><td>{@link #trade}</td><td>a client, who executes a quote or converts at once</td></tr>
 * <tr><td></td><td>COMPLETED</td><td>{@link #payin}</td><td>money that arrives</td></tr>
 * <tr><td></td><td>LOCKED</td><td>{@link #payout}</td><td>a client, who pays a beneficiary</td></tr>
 * <tr><td></td><td>EXPECTED</td><td>{@link #expected}</td><td>the same, where the payout must wait first</td></tr>
 * <tr><td>EXPECTED</td><td>EXPECTED</td><td>{@link #pass}, {@link #review}</td><td>one of several things that it waits for</td></tr>
 * <tr><td>EXPECTED</td><td>LOCKED</td><td>{@link #release}</td><td>what it has waited for</td></tr>
 * <tr><td>EXPECTED</td><td>DECLINED</td><td>{@link #withhold}</td><td>what it has waited for, or time</td></tr>
 * <tr><td>LOCKED</td><td>COMPLETED</td><td>{@link #complete}</td><td>the chain or the bank that confirms; in the sandbox also the client</td></tr>
 * <tr><td>LOCKED</td><td>DECLINED</td><td>{@link #decline}</td><td>the chain or the bank that refuses; in the sandbox also the client</td></tr>
 * <tr><td></td><td>COMPLETED</td><td>{@link #transferOut}</td><td>a client, who moves money inside the house</td></tr>
 * <tr><td></td><td>COMPLETED</td><td>{@link #transferIn}</td><td>the same transfer, at the account that receives</td></tr>
 * <tr><td></td><td>DECLINED</td><td>{@link #refusedTransfer}</td><td>an account that cannot receive a transfer</td></tr>
 * <tr><td>COMPLETED</td><td>REFUNDED</td><td>{@link #sendBack}</td><td>the refusal, at the account that has given</td></tr>
 * <tr><td>COMPLETED</td><td>COMPLETED</td><td>{@link #reverse}</td><td>a client, once; the money goes back by a {@link #reversal}</td></tr>
 * </table>
 *
 * <p>DECLINED and REFUNDED are final. Time alone moves no money: a payout without an answer stays LOCKED.
 *
 * @param amount what it moves, in the asset it takes from or brings to the account; always positive
 * @param reversedBy the transaction that has undone it, if one has
 * @param returns what has come back of it, if it is a payout, the oldest first
 * @param hold of a payout that has waited before its money was set aside, or waits
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
        Instant updatedAt,
        Optional<TransactionId> reversedBy,
        List<Returned> returns,
        Optional<Hold> hold)
        implements Owned {

    /** The one posting of a payout's first step has two lines; the step that ends it goes on with the third. */
    private static final int FIRST_LINE = 1;

    private static final int RESOLUTION_LINE = 3;

    /** A part of a payout that has come back, or the whole. */
    public record Returned(TransactionId by, Money amount, Instant at) {}

    /** Of which nothing has come back. */
    public Transaction(
            TransactionId id,
            OrganizationId organization,
            AccountId account,
            TransactionStatus status,
            Money amount,
            Details details,
            Memo memo,
            Instant createdAt,
            Instant updatedAt,
            Optional<TransactionId> reversedBy) {
        this(id, organization, account, status, amount, details, memo, createdAt, updatedAt, reversedBy, List.of(), Optional.empty());
    }

    public Transaction {
        returns = List.copyOf(returns);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transaction moves a positive amount");
        }
    }

    /** Without notes. */
    public static Movement trade(TransactionId id, Quote.Completed quote) {
        return trade(id, quote, Memo.EMPTY);
    }

    /** A quote that has just been executed: the account gives one asset and receives the other, and the house keeps its fee. */
    public static Movement trade(TransactionId id, Quote.Completed quote, Memo memo) {
        var terms = quote.terms();
        var conversion = terms.conversion();
        var trade = new Details.Trade(terms.id(), conversion.to(), conversion.fee());
        var transaction = of(
                id,
                terms.organization(),
                terms.account(),
                TransactionStatus.COMPLETED,
                conversion.from(),
                trade,
                memo,
                quote.executedAt());
        return postingsOf(terms.account(), conversion.from(), trade).of(transaction);
    }

    /** Money that arrived from outside, and of which nothing more is known. */
    public static Movement payin(TransactionId id, OrganizationId organization, AccountId account, Money amount, Instant now) {
        var details = switch (amount.asset().kind()) {
            case FIAT -> new Details.FiatPayin();
            case STABLECOIN, COIN -> new Details.CryptoPayin();
        };
        return payin(id, organization, account, amount, details, now);
    }

    /** Money that arrived from outside. */
    public static Movement payin(
            TransactionId id, OrganizationId organization, AccountId account, Money amount, Details details, Instant now) {
        var transaction = of(id, organization, account, TransactionStatus.COMPLETED, amount, details, Memo.EMPTY, now);
        return Movement.from(FIRST_LINE)
                .move(amount, HouseAccount.OUTSIDE_WORLD, available(account))
                .of(transaction);
    }

    /** The beginning of a payout: the money and its fee are set aside and wait, LOCKED, for what the bank or the chain says. */
    public static Movement payout(
            TransactionId id, OrganizationId organization, AccountId account, Money amount, Details.Payout details, Memo memo, Instant now) {
        var transaction = of(id, organization, account, TransactionStatus.LOCKED, amount, details, memo, now);
        return Movement.from(FIRST_LINE)
                .move(amount.plus(details.fee().total()), available(account), locked(account))
                .of(transaction);
    }

    /** A payout that has to wait. Nothing moves. */
    public static Transaction expected(
            TransactionId id,
            OrganizationId organization,
            AccountId account,
            Money amount,
            Details.Payout details,
            Memo memo,
            Hold hold,
            Instant now) {
        return of(id, organization, account, TransactionStatus.EXPECTED, amount, details, memo, now).with(TransactionStatus.EXPECTED, hold, now);
    }

    /** The side of a transfer that gives: the money goes into clearing. */
    public static Movement transferOut(
            TransactionId id, OrganizationId organization, AccountId account, Money amount, Details.Transfer details, Memo memo, Instant now) {
        var transaction = of(id, organization, account, TransactionStatus.COMPLETED, amount, details, memo, now);
        return Movement.from(FIRST_LINE)
                .move(amount, available(account), HouseAccount.CLEARING)
                .of(transaction);
    }

    /** The side of a transfer that receives: the money comes out of clearing. */
    public static Movement transferIn(
            TransactionId id,
            OrganizationId organization,
            AccountId account,
            Money amount,
            Details.IncomingTransfer details,
            Memo memo,
            Instant now) {
        var transaction = of(id, organization, account, TransactionStatus.COMPLETED, amount, details, memo, now);
        return Movement.from(FIRST_LINE)
                .move(amount, HouseAccount.CLEARING, available(account))
                .of(transaction);
    }

    /** The same side, of an account that cannot receive. Nothing moves; the money stays in clearing until it is sent back. */
    public static Transaction refusedTransfer(
            TransactionId id,
            OrganizationId organization,
            AccountId account,
            Money amount,
            Details.IncomingTransfer details,
            Memo memo,
            Instant now) {
        return of(id, organization, account, TransactionStatus.DECLINED, amount, details, memo, now);
    }

    /**
     * The correction of a trade that has just been reversed: all that it moved moves back, its fee included. History stays as it is; that a mistake was
     * made and mended can be read in it.
     *
     * @param by who has decided it, as the text of a principal
     */
    public static Movement reversal(Transaction reversed, String by, String reason, String evidence, Instant now) {
        var id = reversed.reversedBy.orElseThrow(() -> new IllegalArgumentException(reversed.id + " is not reversed"));
        if (!(reversed.details instanceof Details.Trade trade)) {
            throw new IllegalArgumentException(reversed.id + " cannot be reversed");
        }
        var adjustment = of(
                id,
                reversed.organization,
                reversed.account,
                TransactionStatus.COMPLETED,
                reversed.amount,
                new Details.Adjustment(reversed.id, by, evidence),
                new Memo(reason, List.of(), Map.of()),
                now);
        return postingsOf(reversed.account, reversed.amount, trade).reversed().of(adjustment);
    }

    /** The return of what has just come back of a payout: it arrives from outside, as any money does. */
    public static Movement payoutReturn(Transaction payout, String evidence) {
        var returned = payout.returns.getLast();
        var details = new Details.PayoutReturn(payout.id, payout.typeOfReturn(), evidence);
        var arrival = of(
                returned.by,
                payout.organization,
                payout.account,
                TransactionStatus.COMPLETED,
                returned.amount,
                details,
                Memo.EMPTY,
                returned.at);
        return Movement.from(FIRST_LINE)
                .move(returned.amount, HouseAccount.OUTSIDE_WORLD, available(payout.account))
                .of(arrival);
    }

    private static Movement.Postings postingsOf(AccountId account, Money given, Details.Trade trade) {
        return Movement.from(FIRST_LINE)
                .move(given, available(account), HouseAccount.FX)
                .moveOn(trade.fee(), HouseAccount.FEES)
                .move(trade.received(), HouseAccount.FX, available(account));
    }

    /**
     * The trade, undone by another transaction. The one place that decides whether it can be: first "already reversed", then "not reversible", which it
     * is if it is no trade, or was made too long ago.
     *
     * @param reversal the transaction that is about to undo it
     * @param window for how long a trade can be undone
     */
    public Transaction reverse(TransactionId reversal, Duration window, Instant now) {
        reversedBy.ifPresent(earlier -> {
            throw new BusinessException(new TransactionAlreadyReversed(id, earlier));
        });
        if (type() != TransactionType.TRADE || !now.isBefore(createdAt.plus(window))) {
            throw new BusinessException(new TransactionNotReversible(id, type(), status, window.toMinutes()));
        }
        return new Transaction(
                id, organization, account, status, amount, details, memo, createdAt, updatedAt, Optional.of(reversal), returns, hold);
    }

    /** The crypto payout as the chain knows it. */
    public Transaction sentAs(String txHash) {
        if (!(details instanceof Details.CryptoPayout payout)) {
            throw new IllegalArgumentException(id + " is not sent over a chain");
        }
        var sent = new Details.CryptoPayout(payout.beneficiary(), payout.chain(), payout.toAddress(), Optional.of(txHash), payout.fee());
        return new Transaction(id, organization, account, status, amount, sent, memo, createdAt, updatedAt, reversedBy, returns, hold);
    }

    /** What of a payout has not come back, and still may. */
    public Money outstanding() {
        return returns.stream().map(Returned::amount).reduce(amount, Money::minus);
    }

    /** Or an invalid request: only what has left can come back. */
    public void requireOut() {
        if (!isPayoutThat(TransactionStatus.COMPLETED) || reversedBy.isPresent()) {
            throw new BusinessException(new InvalidRequest("The transaction is " + status + "; only a COMPLETED payout can come back."));
        }
    }

    /**
     * The payout after money of it has come back: REFUNDED when all is back.
     *
     * @param by the transaction that is about to bring it
     */
    public Transaction takeBack(TransactionId by, Money returned, Instant now) {
        requireOut();
        if (!returned.isPositive() || outstanding().isLessThan(returned)) {
            throw new BusinessException(ValidationError.of("amount", "must be more than nothing and no more than what is out: " + outstanding()));
        }
        var next = outstanding().equals(returned) ? TransactionStatus.REFUNDED : TransactionStatus.COMPLETED;
        var stepped = with(next, now);
        var all = new ArrayList<>(returns);
        all.add(new Returned(by, returned, stepped.updatedAt));
        return new Transaction(
                id, organization, account, next, amount, details, memo, createdAt, stepped.updatedAt, reversedBy, all, hold);
    }

    private TransactionType typeOfReturn() {
        return switch (type()) {
            case CRYPTO_PAYOUT -> TransactionType.CRYPTO_PAYIN;
            case FIAT_PAYOUT -> TransactionType.FIAT_PAYIN;
            case TRADE, CRYPTO_PAYIN, FIAT_PAYIN, ADJUSTMENT, TRANSFER, NXOSNET_TRANSFER, COMMISSION ->
                throw new IllegalStateException("a " + type() + " does not come back");
        };
    }

    /**
     * A decision that the payout has waited for is a yes. Nothing moves yet.
     *
     * @param by whose decision it is, as the text of a principal
     */
    public Transaction pass(Hold.Gate gate, String by, Instant now) {
        return with(TransactionStatus.EXPECTED, requireWaiting(gate, now).pass(gate, by), now);
    }

    /** The payout waits for the operator too, for a time of its own. */
    public Transaction review(Instant until, Instant now) {
        return with(TransactionStatus.EXPECTED, requireWaiting().review(until), now);
    }

    /** The payout has waited for everything: the money and its fee are set aside. */
    public Movement release(Instant now) {
        var waiting = requireWaiting();
        if (!waiting.isReleasableAt(now)) {
            throw new IllegalArgumentException(id + " waits for something");
        }
        var payout = (Details.Payout) details;
        return Movement.from(FIRST_LINE)
                .move(amount.plus(payout.fee().total()), available(account), locked(account))
                .of(with(TransactionStatus.LOCKED, waiting.release(now), now));
    }

    /**
     * The payout will not be made. Nothing has moved.
     *
     * @param by whose decision it is, as the text of a principal; empty if it is time's
     */
    public Transaction withhold(Hold.Reason reason, Optional<String> by, Instant now) {
        return with(TransactionStatus.DECLINED, requireWaiting().end(reason, by, Optional.empty(), now), now);
    }

    /** The same, because of what was refused when its money was to be set aside. */
    public Transaction withhold(BusinessError refused, Instant now) {
        var ended = requireWaiting().end(Hold.Reason.REFUSED, Optional.empty(), Optional.of(Hold.Refusal.of(refused)), now);
        return with(TransactionStatus.DECLINED, ended, now);
    }

    /** Why it waits, if it is for that decision and not too late for it; or {@code payout_not_waiting}. */
    public Hold requireWaiting(Hold.Gate gate, Instant now) {
        var waiting = requireWaiting();
        if (!waiting.waitsNowFor(gate) || waiting.isExpiredAt(now)) {
            throw new BusinessException(new PayoutNotWaiting(id, status));
        }
        return waiting;
    }

    private Hold requireWaiting() {
        return hold.filter(waiting -> !waiting.isOver()).orElseThrow(() -> new BusinessException(new PayoutNotWaiting(id, status)));
    }

    /** Whether nothing is missing to set its money aside. */
    public boolean isReleasable(Instant now) {
        return hold.filter(waiting -> waiting.isReleasableAt(now)).isPresent();
    }

    /** Whether the organization has taken it back while it waited. */
    public boolean isCancelled() {
        return hold.flatMap(Hold::declinedFor).filter(Hold.Reason.CANCELLED::equals).isPresent();
    }

    /** Whether it has waited in vain until now. */
    public boolean hasExpired(Instant now) {
        return hold.filter(waiting -> !waiting.isOver() && waiting.isExpiredAt(now)).isPresent();
    }

    /** When the money of a payout was set aside; empty if it was not. */
    public Optional<Instant> lockedAt() {
        return details instanceof Details.Payout ? hold.map(Hold::releasedAt).orElse(Optional.of(createdAt)) : Optional.empty();
    }

    /** The payout has arrived: the money leaves the account, and its fee is the house's. */
    public Movement complete(Instant now) {
        var payout = requireLocked();
        return Movement.from(RESOLUTION_LINE)
                .move(amount, locked(account), HouseAccount.OUTSIDE_WORLD)
                .moveAny(payout.fee().total(), locked(account), HouseAccount.FEES)
                .of(with(TransactionStatus.COMPLETED, now));
    }

    /** The payout will never arrive: the money and its fee are the account's again. */
    public Movement decline(Instant now) {
        var payout = requireLocked();
        return Movement.from(RESOLUTION_LINE)
                .move(amount.plus(payout.fee().total()), locked(account), available(account))
                .of(with(TransactionStatus.DECLINED, now));
    }

    /** The receiver of the transfer has refused it: the money comes out of clearing, back to the account. */
    public Movement sendBack(Instant now) {
        if (status != TransactionStatus.COMPLETED || !(details instanceof Details.NetworkTransferOut)) {
            throw new IllegalArgumentException(id + " is not a transfer that can be sent back");
        }
        return Movement.from(RESOLUTION_LINE)
                .move(amount, HouseAccount.CLEARING, available(account))
                .of(with(TransactionStatus.REFUNDED, now));
    }

    /** The fee of a payout, on top of its amount; empty for what has none. A return does not bring it back: the payout was carried out. */
    public Optional<Fee> fee() {
        return details instanceof Details.Payout payout ? Optional.of(payout.fee()) : Optional.empty();
    }

    public TransactionType type() {
        return details.type();
    }

    /** Whom it pays; empty for what pays no beneficiary. */
    public Optional<BeneficiaryId> beneficiary() {
        return switch (details) {
            case Details.Payout payout -> Optional.of(payout.beneficiary());
            case Details.NetworkTransferOut transfer -> Optional.of(transfer.beneficiary());
            case Details.NetworkTransferIn transfer -> Optional.empty();
            case Details.TransferOut transfer -> Optional.empty();
            case Details.TransferIn transfer -> Optional.empty();
            case Details.Trade trade -> Optional.empty();
            case Details.CryptoPayin payin -> Optional.empty();
            case Details.FiatPayin payin -> Optional.empty();
            case Details.PayoutReturn back -> Optional.empty();
            case Details.Adjustment adjustment -> Optional.empty();
        };
    }

    /** The reference that no other transaction may have. */
    public Optional<Reference> heldReference() {
        return memo.reference().filter(held -> status != TransactionStatus.DECLINED);
    }

    /** Whether it is a payout, and has come to that state. */
    public boolean isPayoutThat(TransactionStatus reached) {
        return status == reached && details instanceof Details.Payout;
    }

    private Details.Payout requireLocked() {
        if (status == TransactionStatus.LOCKED && details instanceof Details.Payout payout) {
            return payout;
        }
        throw new BusinessException(new InvalidRequest("The transaction is " + status + "; only a LOCKED one can be settled or declined."));
    }

    private static Transaction of(
            TransactionId id,
            OrganizationId organization,
            AccountId account,
            TransactionStatus status,
            Money amount,
            Details details,
            Memo memo,
            Instant now) {
        return new Transaction(id, organization, account, status, amount, details, memo, now, now, Optional.empty());
    }

    /** Clocks differ, and time does not run back: a step is not before the one that it follows. */
    private Transaction with(TransactionStatus next, Instant now) {
        var steppedAt = now.isAfter(updatedAt) ? now : updatedAt;
        return new Transaction(id, organization, account, next, amount, details, memo, createdAt, steppedAt, reversedBy, returns, hold);
    }

    private Transaction with(TransactionStatus next, Hold changed, Instant now) {
        var stepped = with(next, now);
        return new Transaction(
                id, organization, account, next, amount, details, memo, createdAt, stepped.updatedAt, reversedBy, returns, Optional.of(changed));
    }
}
