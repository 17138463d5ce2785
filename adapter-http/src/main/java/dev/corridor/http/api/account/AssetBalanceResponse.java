package dev.corridor.http.api.account;

import dev.corridor.domain.account.Balance;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What an account holds of one asset.
 *
 * @param amount what can be spent, in major units
 * @param locked what is promised to payouts on their way, in major units
 */
@Serdeable
record AssetBalanceResponse(String object, String accountId, String asset, String amount, String locked) {

    static AssetBalanceResponse of(Balance balance) {
        return new AssetBalanceResponse(
                "balance",
                balance.account().toString(),
                balance.asset().code(),
                balance.available().decimal(),
                balance.locked().decimal());
    }
}
