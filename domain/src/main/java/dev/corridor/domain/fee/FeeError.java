package dev.corridor.domain.fee;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.money.Money;

/** What can be wrong with the fee that a client expects. */
public sealed interface FeeError extends BusinessError {

    /** The expectation is compared when the payout is decided, so a client never pays more than it has agreed to. */
    @Failure(
            kind = CONFLICT,
            title = "The fee has changed",
            meaning = "The fee schedule is not the one that the request expects. Nothing was charged.",
            advice = "Read the present schedule, and ask again with it.")
    record FeeScheduleDrifted(Money expectedFixed, int expectedBps, Money fixed, int bps) implements FeeError {

        @Override
        public String message() {
            return "The fee is " + fixed + " and " + bps + " basis points now, not " + expectedFixed + " and " + expectedBps + ".";
        }
    }
}
