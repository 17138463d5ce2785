package dev.corridor.http.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * The balance of one asset.
 *
 * @param amount the available balance, in major units
 * @param locked reserved for payouts in progress, in major units
 * @param at the requested moment in the past; absent for the present
 */
@Serdeable
record AssetBalanceResponse(
        @Literal("balance") String object,
        @Spells(AccountId.class) String accountId,
        @Spells(Asset.class) String asset,
        @Spells(Money.class) String amount,
        @Spells(Money.class) String locked,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Spells(Instant.class) String at) {

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
