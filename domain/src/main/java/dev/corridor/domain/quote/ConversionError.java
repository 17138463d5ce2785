package dev.corridor.domain.quote;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.INVALID;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.money.Rate;

/** What can be wrong with a conversion at the price of the moment, in order of precedence. */
public sealed interface ConversionError extends BusinessError {

    /** @param requested in basis points, as is the maximum. Source: the Nexgent contract, "Slippage exceeds maximum allowed" */
    @Failure(
            kind = INVALID,
            title = "The slippage is too large",
            meaning = "The request allows more slippage than a conversion may have.",
            advice = "Allow less.")
    record SlippageExceedsMaximum(long requested, int maximum) implements ConversionError {

        @Override
        public String message() {
            return "A slippage of %d basis points is more than the maximum of %d.".formatted(requested, maximum);
        }
    }

    /**
     * @param expected the price that the client relied on: when the request came, of the quote, or as the least amount to be received implies it
     * @param actual the price when it was decided
     * @param slippageBps how far it might have moved
     */
    @Failure(
            kind = CONFLICT,
            title = "The price has moved",
            meaning = "The price has moved further than allowed: since the request came, from the price of the quote, or below the least amount"
                    + " accepted.",
            advice = "Look at the price, and send the request again under a new idempotency key.")
    record PriceMoved(Rate expected, Rate actual, int slippageBps) implements ConversionError {

        @Override
        public String message() {
            return "The price of %s has moved from %s to %s %s, which is more than the slippage of %d basis points."
                    .formatted(expected.base(), expected.decimal(), actual.decimal(), actual.counter(), slippageBps);
        }
    }
}
