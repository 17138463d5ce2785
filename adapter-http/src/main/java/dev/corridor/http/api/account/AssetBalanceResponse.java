package dev.corridor.http.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.domain.account.Balance;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * What an account holds of one asset.
 *
 * @param amount what can be spent, in major units
 * @param locked what is promised to payouts on their way, in major units
 * @param at the moment in the past that was asked for; absent if it is the present
 */
@Serdeable
record AssetBalanceResponse(
        String object,
        String accountId,
        String asset,
        String amount,
        String locked,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String at) {

    static AssetBalanceResponse of(Balance balance, Optional<Instant> at) {
        return new AssetBalanceResponse(
                "balance",
                balance.account().toString(),
                balance.asset().code(),
                balance.available().decimal(),
                balance.locked().decimal(),
                at.map(Timestamp::format).orElse(null));
    }
}
