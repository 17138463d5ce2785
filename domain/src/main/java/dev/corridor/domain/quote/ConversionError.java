package dev.corridor.domain.quote;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.money.Rate;

/** What can be wrong with a conversion at the price of the moment, in order of precedence. */
public sealed interface ConversionError extends BusinessError {

    /** @param requested in basis points, as is the maximum. Source: the Nexgent contract, "Slippage exceeds maximum allowed" */
    record SlippageExceedsMaximum(long requested, int maximum) implements ConversionError {

        @Override
        public String code() {
            return "slippage_exceeds_maximum";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.INVALID;
        }

        @Override
        public String message() {
            return "A slippage of %d basis points is more than the maximum of %d.".formatted(requested, maximum);
        }
    }

    /**
     * @param expected the price when the request came
     * @param actual the price when it was decided
     */
    record PriceMoved(Rate expected, Rate actual, int slippageBps) implements ConversionError {

        @Override
        public String code() {
            return "price_moved";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "The price of %s has moved from %s to %s %s, which is more than the slippage of %d basis points."
                    .formatted(expected.base(), expected.decimal(), actual.decimal(), actual.counter(), slippageBps);
        }
    }
}
