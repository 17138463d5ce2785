package dev.corridor.domain.account;

import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;

/** What an account holds of one asset. Neither half is ever negative. */
public record Balance(AccountId account, Money available, Money locked) {

    public Balance {
        if (!available.asset().equals(locked.asset())) {
            throw new IllegalArgumentException("a balance is of one asset");
        }
        if (available.isNegative() || locked.isNegative()) {
            throw new IllegalArgumentException("a balance is never negative");
        }
    }

    public static Balance zero(AccountId account, Asset asset) {
        return new Balance(account, Money.zero(asset), Money.zero(asset));
    }

    public Asset asset() {
        return available.asset();
    }

    public Money in(Bucket bucket) {
        return switch (bucket) {
            case AVAILABLE -> available;
            case LOCKED -> locked;
        };
    }

    /**
     * The balance after an amount has come into a bucket (positive) or left it (negative).
     *
     * <p>Here stands the rule that nobody spends what they do not have: taking more than is available is {@link InsufficientFunds}.
     * Taking more than is locked cannot be asked for by anybody, so it is a fault of the program.
     */
    public Balance post(Bucket bucket, Money amount) {
        return switch (bucket) {
            case AVAILABLE -> {
                if (available.isLessThan(amount.negated())) {
                    throw new BusinessException(new InsufficientFunds(account, amount.negated(), available));
                }
                yield new Balance(account, sum(available, amount), locked);
            }
            case LOCKED -> new Balance(account, available, sum(locked, amount));
        };
    }

    private static Money sum(Money held, Money amount) {
        try {
            return held.plus(amount);
        } catch (ArithmeticException e) {
            throw new BusinessException(new InvalidRequest("The balance cannot hold that much " + held.asset() + "."));
        }
    }
}
