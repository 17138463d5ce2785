package dev.corridor.domain.account;

import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;
import static dev.corridor.domain.error.ErrorKind.UNFUNDED;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.money.Money;

/** What can be wrong with an account, in order of precedence. */
public sealed interface AccountError extends BusinessError {

    /** It does not exist, or it is another organization's: the answer is the same, so that nothing can be learned from it. */
    @Failure(
            kind = NOT_FOUND,
            title = "Account not found",
            meaning = "There is no such account, or it is not yours.",
            advice = "Mend the id.",
            message = "Account not found.")
    record AccountNotFound(AccountId account) implements AccountError {}

    @Failure(
            kind = UNFUNDED,
            title = "Insufficient funds",
            meaning = "The account does not have enough.",
            advice = "Fund the account, and send the request again under a new idempotency key.")
    record InsufficientFunds(AccountId account, Money required, Money available) implements AccountError {

        @Override
        public String message() {
            return "The account does not have enough balance for this operation: " + required + " required, " + available + " available.";
        }
    }
}
