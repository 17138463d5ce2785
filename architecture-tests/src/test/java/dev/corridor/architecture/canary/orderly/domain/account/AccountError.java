package dev.corridor.architecture.canary.orderly.domain.account;

import dev.corridor.architecture.canary.orderly.domain.error.BusinessError;

/** The second error rejects sample values, so its code must be read without a constructor. */
public sealed interface AccountError extends BusinessError {

    record AccountNotFound(AccountId account) implements AccountError {

        @Override
        public String code() {
            return "account_not_found";
        }
    }

    record InsufficientFunds(long missingCents) implements AccountError {

        public InsufficientFunds {
            if (missingCents <= 0) {
                throw new IllegalArgumentException("something is missing");
            }
        }

        @Override
        public String code() {
            return "insufficient_funds";
        }
    }
}
