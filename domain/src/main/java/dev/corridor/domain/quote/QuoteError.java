package dev.corridor.domain.quote;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;
import java.time.Instant;

/** What can be wrong with a quote, in order of precedence. */
public sealed interface QuoteError extends BusinessError {

    record QuoteNotFound(QuoteId quote) implements QuoteError {

        @Override
        public String code() {
            return "quote_not_found";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }

        @Override
        public String message() {
            return "Quote not found.";
        }
    }

    record QuoteAlreadyUsed(QuoteId quote, Instant executedAt) implements QuoteError {

        @Override
        public String code() {
            return "quote_already_used";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "The quote has already been executed.";
        }
    }

    record QuoteExpired(QuoteId quote, Instant expiredAt) implements QuoteError {

        @Override
        public String code() {
            return "quote_expired";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "The quote has expired. Create a new one.";
        }
    }
}
