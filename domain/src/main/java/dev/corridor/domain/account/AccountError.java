package dev.corridor.domain.account;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.money.Money;

/** What can be wrong with an account, in order of precedence. */
public sealed interface AccountError extends BusinessError {

    /** It does not exist, or it is another organization's: the answer is the same, so that nothing can be learned from it. */
    record AccountNotFound(AccountId account) implements AccountError {

        @Override
        public String code() {
            return "account_not_found";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }

        @Override
        public String message() {
            return "Account not found.";
        }
    }

    record InsufficientFunds(AccountId account, Money required, Money available) implements AccountError {

        @Override
        public String code() {
            return "insufficient_funds";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNFUNDED;
        }

        @Override
        public String message() {
            return "The account does not have enough balance for this operation: " + required + " required, " + available + " available.";
        }
    }
}
