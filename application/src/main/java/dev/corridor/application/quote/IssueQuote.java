package dev.corridor.application.quote;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Promises a price for a conversion. Nothing moves and nothing is set aside; asking twice issues two quotes.
 *
 * <p>An amount that is too small or too large to be converted is a validation error. The quote names the tick that priced it; without a tick
 * that can be relied on there is no quote. An account's open quotes are bounded, in number and in worth, or quotes would be
 * free bets on the market.
 */
public interface IssueQuote {

    @Refuses({
        ValidationError.class,
        AssetNotSupported.class,
        DataSourceUnavailable.class,
        AccountNotFound.class,
        Forbidden.class,
        LimitExceeded.class
    })
    QuoteAt issue(Command command);

    /**
     * The same for a caller that cannot wait.
     *
     * @param answers completes the stage
     */
    CompletionStage<QuoteAt> begin(Command command, Executor answers);

    record Command(Caller caller, AccountId account, Side side, Once<QuoteAt> once) {

        /** Takes effect each time it is asked. */
        public Command(Caller caller, AccountId account, Side side) {
            this(caller, account, side, Once.eachTime());
        }
    }

    /** Which of the two amounts is given; the other one is worked out. */
    sealed interface Side {

        Asset from();

        Asset to();

        record Sell(Money amount, Asset to) implements Side {

            @Override
            public Asset from() {
                return amount.asset();
            }
        }

        record Buy(Asset from, Money amount) implements Side {

            @Override
            public Asset to() {
                return amount.asset();
            }
        }
    }
}
