package dev.corridor.application.quote;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.ConversionError.SlippageExceedsMaximum;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Converts at the price of the moment of the decision: a quote that is issued and executed in one. If it would bring less than the least amount that
 * the client accepts, or if the price has moved against the client since the request came, by more than the slippage that they allow, nothing is
 * done; if it has moved in their favour, they get the better one. The least amount is what protects: the client sets it by what they have seen. The
 * slippage covers the time from the arrival of the request to the decision.
 *
 * <p>An amount that is too small or too large to be converted is a validation error.
 */
public interface Convert {

    @Refuses({
        ValidationError.class,
        AssetNotSupported.class,
        DataSourceUnavailable.class,
        SlippageExceedsMaximum.class,
        AccountNotFound.class,
        Forbidden.class,
        PriceMoved.class,
        ReferenceTaken.class,
        InsufficientFunds.class
    })
    Transaction convert(Command command);

    /**
     * The same for a caller that cannot wait.
     *
     * @param answers completes the stage
     */
    CompletionStage<Transaction> begin(Command command, Executor answers);

    /** @param minimum of the asset that is wanted; empty if the slippage alone is to protect */
    record Command(
            Caller caller,
            AccountId account,
            Money given,
            Asset wanted,
            Optional<Money> minimum,
            OptionalLong slippageBasisPoints,
            Memo memo,
            Once<Transaction> once) {

        /** Without notes. Takes effect each time it is asked. */
        public Command(Caller caller, AccountId account, Money given, Asset wanted, long slippageBasisPoints) {
            this(caller, account, given, wanted, Optional.empty(), OptionalLong.of(slippageBasisPoints), Memo.EMPTY, Once.eachTime());
        }
    }
}
