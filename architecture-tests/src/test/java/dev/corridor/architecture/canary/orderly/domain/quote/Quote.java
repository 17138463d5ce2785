package dev.corridor.architecture.canary.orderly.domain.quote;

import dev.corridor.architecture.canary.orderly.domain.account.AccountId;
import java.math.BigDecimal;
import java.time.Instant;

/** The time is a parameter. */
public record Quote(AccountId account, BigDecimal amount, Instant expiresAt) {

    public boolean isExpired(Instant now) {
        return now.isAfter(expiresAt);
    }
}
