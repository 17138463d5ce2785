package dev.corridor.architecture.canary.orderly.application.quote;

import dev.corridor.architecture.canary.orderly.application.quote.port.Quotes;
import dev.corridor.architecture.canary.orderly.application.quote.port.QuotesUnavailable;
import dev.corridor.architecture.canary.orderly.domain.account.AccountError.AccountNotFound;
import dev.corridor.architecture.canary.orderly.domain.error.BusinessException;
import dev.corridor.architecture.canary.orderly.domain.quote.Quote;
import java.time.Clock;
import java.time.LocalDate;

/** An injected clock is allowed. */
public final class ShowQuoteService implements ShowQuote {

    private final Quotes quotes;
    private final Clock clock;

    public ShowQuoteService(Quotes quotes, Clock clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    @Override
    public Quote show(Command command) {
        try {
            return quotes.find(command.account())
                    .filter(quote -> !quote.isExpired(clock.instant()))
                    .orElseThrow(() -> new BusinessException(new AccountNotFound(command.account())));
        } catch (QuotesUnavailable e) {
            throw new IllegalStateException("no quotes on " + LocalDate.now(clock), e);
        }
    }
}
