package dev.corridor.client.api;

import dev.corridor.client.Request;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.BankMethod;
import dev.corridor.client.model.ChainName;
import dev.corridor.client.model.FeeSchedule;

public final class Fees {

    private Fees() {}

    /** Read what a payout over a blockchain costs now. Requires {@code quotes:read}. */
    public static Request<FeeSchedule> getCryptoPayoutFee(ChainName chainName, Asset asset) {
        return Request.of("GET", "/v1/fees/crypto-payout", FeeSchedule.class).query("chainName", chainName).query("asset", asset);
    }

    /** Read what a payout through a bank costs now. Requires {@code quotes:read}. */
    public static Request<FeeSchedule> getFiatPayoutFee(BankMethod method, Asset asset) {
        return Request.of("GET", "/v1/fees/fiat-payout", FeeSchedule.class).query("method", method).query("asset", asset);
    }
}
