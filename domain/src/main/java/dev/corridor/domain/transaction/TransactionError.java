package dev.corridor.domain.transaction;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.UPSTREAM;
import static dev.corridor.domain.error.Outcome.APPLIED;
import static dev.corridor.domain.error.Retry.NEVER;
import static dev.corridor.domain.error.Retry.SAME_REQUEST;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Consequence;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.error.Outcome;

/** What can go wrong with a transaction beyond the rules of accounts, beneficiaries and quotes, in order of precedence. */
public sealed interface TransactionError extends BusinessError {

    @Failure(
            kind = CONFLICT,
            outcome = APPLIED,
            retry = NEVER,
            title = "The transaction has been reversed",
            meaning = "Another transaction has reversed it already; the message names it.",
            advice = "Look that one up.")
    record TransactionAlreadyReversed(TransactionId transaction, TransactionId reversedBy) implements TransactionError {

        @Override
        public String message() {
            return "The transaction has already been reversed, by " + reversedBy + ".";
        }
    }

    /**
     * Only trades can be undone, and only for a while. What has left does not come back by being undone: its return is a movement of its own.
     *
     * @param windowMinutes how long after it was made a trade can be reversed
     */
    @Failure(
            kind = CONFLICT,
            retry = NEVER,
            title = "The transaction cannot be reversed",
            meaning = "Only a trade can be reversed, and only for a while; money of a payout comes back by a return of its own.",
            advice = "Leave it, or talk to the operator.")
    record TransactionNotReversible(TransactionId transaction, TransactionType type, TransactionStatus status, long windowMinutes)
            implements TransactionError {

        @Override
        public String message() {
            return "The transaction is of type " + type + " and " + status + "; only a trade can be reversed, within " + windowMinutes
                    + " minutes of being made.";
        }
    }

    /**
     * The blockchain did not take the payout, or did not say whether it has.
     *
     * @param outcome what became of the money: given back, or still locked until the chain is known to have it or not
     */
    @Failure(
            kind = UPSTREAM,
            retry = SAME_REQUEST,
            title = "The blockchain did not take the payout",
            meaning = "The blockchain refused the payout: it is DECLINED and the money is free again. Or it did not answer: the payout stays"
                    + " LOCKED, and the outcome is `unknown`.",
            advice = "If the outcome is `unknown`, look the transaction up and do not send it again.")
    record ChainSendFailed(TransactionId transaction, PayoutOutcome outcome) implements TransactionError {

        public enum PayoutOutcome {
            DECLINED,
            UNKNOWN
        }

        /** Money that may be under way must not be sent a second time, under whatever key. */
        @Override
        public Consequence consequence() {
            return switch (outcome) {
                case DECLINED -> TransactionError.super.consequence();
                case UNKNOWN -> new Consequence(Outcome.UNKNOWN, NEVER);
            };
        }

        @Override
        public String message() {
            return switch (outcome) {
                case DECLINED ->
                    "The on-chain transaction could not be submitted. Transaction " + transaction + " is DECLINED and the funds are released.";
                case UNKNOWN ->
                    "The chain did not answer in time, so it is not known whether it took the transaction. The funds stay LOCKED: look up "
                            + transaction + " and do not send it again.";
            };
        }
    }
}
