package dev.corridor.domain.transaction;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.UPSTREAM;
import static dev.corridor.domain.error.Outcome.APPLIED;
import static dev.corridor.domain.error.Retry.AFTER;
import static dev.corridor.domain.error.Retry.NEVER;
import static dev.corridor.domain.error.Retry.SAME_REQUEST;

import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Consequence;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.error.Outcome;
import dev.corridor.domain.error.Temporary;
import dev.corridor.domain.money.Money;
import java.time.Duration;
import java.time.Instant;

/** What can go wrong with a transaction beyond the rules of accounts, beneficiaries and quotes, in order of precedence. */
public sealed interface TransactionError extends BusinessError {

    /** It does not wait any more, or never has. */
    @Failure(
            kind = CONFLICT,
            retry = NEVER,
            title = "The payout does not wait",
            meaning = "The payout does not wait for this decision, or not any more: it was decided before, or its time is up.",
            advice = "Look the transaction up.")
    record PayoutNotWaiting(TransactionId transaction, TransactionStatus status) implements TransactionError {

        @Override
        public String message() {
            return "The transaction is " + status + " and does not wait for this decision.";
        }
    }

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

    /** @param limit of a single payout */
    @Failure(
            kind = CONFLICT,
            title = "The payout is too large",
            meaning = "The operator allows no single payout of that much.",
            advice = "Pay less, or ask the operator.")
    record PayoutTooLarge(Money amount, Money limit) implements TransactionError {

        @Override
        public String message() {
            return "A payout is limited to " + limit + ", and this one is of " + amount + ".";
        }
    }

    /** @param payableFrom when it is old enough */
    @Failure(
            kind = CONFLICT,
            title = "The beneficiary is too new",
            meaning = "The operator lets new beneficiaries be paid after a while only.",
            advice = "Pay it at the time that the message names, or later.")
    record BeneficiaryCoolingOff(BeneficiaryId beneficiary, Instant payableFrom) implements TransactionError {

        @Override
        public String message() {
            return "The beneficiary is new and can be paid from " + payableFrom + ".";
        }
    }

    /** The verdict counts as it is: the screening's reasons are not the organization's to know. */
    @Failure(
            kind = CONFLICT,
            title = "The payout was refused by the screening",
            meaning = "The operator has payouts screened, and the screening says that this beneficiary is not to be paid this.",
            advice = "Do not send it again; talk to the operator.",
            retry = NEVER,
            message = "The screening of payouts has refused this one.")
    record PayoutRefusedByScreening(BeneficiaryId beneficiary) implements TransactionError {}

    /**
     * @param used by the payouts before this one
     * @param resetsAt when a new day begins
     */
    @Failure(
            kind = CONFLICT,
            title = "The limit of the day is reached",
            meaning = "The operator limits what is paid in a day (UTC), altogether or to one beneficiary, and this payout would be beyond it.",
            advice = "Pay less, wait for the next day, or ask the operator.")
    record PayoutLimitExceeded(Per per, Money limit, Money used, Money amount, Instant resetsAt) implements TransactionError {

        public enum Per {
            DAY,
            BENEFICIARY_AND_DAY
        }

        @Override
        public String message() {
            var what = switch (per) {
                case DAY -> "Payouts";
                case BENEFICIARY_AND_DAY -> "Payouts to one beneficiary";
            };
            return "%s are limited to %s a day, of which %s are used; %s more is too much until %s.".formatted(what, limit, used, amount, resetsAt);
        }
    }

    /** Nothing is paid by guess. */
    @Failure(
            kind = UPSTREAM,
            retry = AFTER,
            title = "The payout could not be screened",
            meaning = "The operator has payouts screened, and the screening does not answer. Nothing was set aside.",
            advice = "Send the request again after `Retry-After` seconds.",
            message = "The screening of payouts does not answer. Nothing was set aside.")
    record ScreeningUnavailable() implements TransactionError, Temporary {

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(5);
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
