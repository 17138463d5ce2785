package dev.corridor.domain.account;

import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.time.Instant;

/**
 * What an account holds of one asset. Neither bucket is ever negative, and their sum fits a {@code long}.
 *
 * @param changedAt when it last changed; {@link Instant#EPOCH} if it never has
 */
public record Balance(AccountId account, Money available, Money locked, Instant changedAt) {

    public Balance {
        if (!available.asset().equals(locked.asset())) {
            throw new IllegalArgumentException("a balance is of one asset");
        }
        if (available.isNegative() || locked.isNegative()) {
            throw new IllegalArgumentException("a balance is never negative");
        }
        // Throws an ArithmeticException if the sum overflows.
        available.plus(locked);
    }

    public static Balance zero(AccountId account, Asset asset) {
        return new Balance(account, Money.zero(asset), Money.zero(asset), Instant.EPOCH);
    }

    public Asset asset() {
        return available.asset();
    }

    /** Available plus locked. */
    public Money total() {
        return available.plus(locked);
    }

    public Money in(Bucket bucket) {
        return switch (bucket) {
            case AVAILABLE -> available;
            case LOCKED -> locked;
        };
    }

    /**
     * The balance after a credit (positive) or debit (negative) of a bucket.
     *
     * <p>This is the overdraft rule: a debit above what is available is {@link InsufficientFunds}. No client can ask for a debit above what
     * is locked, so that is a programming error.
     *
     * @param now may be earlier than the last change, because clocks differ between nodes; the time of a balance never goes back
     */
    public Balance post(Bucket bucket, Money amount, Instant now) {
        var postedAt = now.isAfter(changedAt) ? now : changedAt;
        try {
            return switch (bucket) {
                case AVAILABLE -> {
                    if (available.isLessThan(amount.negated())) {
                        throw new BusinessException(new InsufficientFunds(account, amount.negated(), available));
                    }
                    yield new Balance(account, available.plus(amount), locked, postedAt);
                }
                case LOCKED -> new Balance(account, available, locked.plus(amount), postedAt);
            };
        } catch (ArithmeticException e) {
            throw new BusinessException(new InvalidRequest("The balance cannot hold that much " + asset() + "."));
        }
    }
}
