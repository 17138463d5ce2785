package dev.corridor.domain.transaction;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;

/** What can go wrong with a transaction beyond the rules of accounts, beneficiaries and quotes, in order of precedence. */
public sealed interface TransactionError extends BusinessError {

    /** Only what is done can be undone: trades, and payouts that have arrived. */
    record TransactionNotReversible(TransactionId transaction, TransactionType type, TransactionStatus status) implements TransactionError {

        @Override
        public String code() {
            return "transaction_not_reversible";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "The transaction is of type " + type + " and " + status + "; only a COMPLETED trade or payout can be reversed.";
        }
    }

    record TransactionAlreadyReversed(TransactionId transaction, TransactionId reversedBy) implements TransactionError {

        @Override
        public String code() {
            return "transaction_already_reversed";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "The transaction has already been reversed, by " + reversedBy + ".";
        }
    }

    /**
     * The blockchain did not take the payout, or did not say whether it has.
     *
     * @param outcome what became of the money: given back, or still locked because nobody knows
     */
    record ChainSendFailed(TransactionId transaction, Outcome outcome) implements TransactionError {

        public enum Outcome {
            DECLINED,
            UNKNOWN
        }

        @Override
        public String code() {
            return "chain_send_failed";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UPSTREAM;
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
