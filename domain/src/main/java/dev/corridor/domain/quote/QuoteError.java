package dev.corridor.domain.quote;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;
import static dev.corridor.domain.error.Outcome.APPLIED;
import static dev.corridor.domain.error.Retry.NEVER;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;
import java.time.Instant;

/** What can be wrong with a quote, in order of precedence. */
public sealed interface QuoteError extends BusinessError {

    @Failure(
            kind = NOT_FOUND,
            title = "Quote not found",
            meaning = "There is no such quote, or it is not yours.",
            advice = "Mend the id.",
            message = "Quote not found.")
    record QuoteNotFound(QuoteId quote) implements QuoteError {}

    @Failure(
            kind = CONFLICT,
            outcome = APPLIED,
            retry = NEVER,
            title = "The quote has been executed",
            meaning = "The quote has become a trade already.",
            advice = "Look the trade up in the transactions.",
            message = "The quote has already been executed.")
    record QuoteAlreadyUsed(QuoteId quote, Instant executedAt) implements QuoteError {}

    @Failure(
            kind = CONFLICT,
            title = "The quote has expired",
            meaning = "The quote was not executed while it was valid.",
            advice = "Ask for a new quote.",
            message = "The quote has expired. Create a new one.")
    record QuoteExpired(QuoteId quote, Instant expiredAt) implements QuoteError {}
}
