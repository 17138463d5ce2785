package dev.corridor.domain.fee;

import dev.corridor.domain.money.Asset;

/** What has a price: a kind of payout, in an asset. */
public record FeeKey(Service service, Asset asset) {

    public enum Service {
        CRYPTO_PAYOUT,
        FIAT_PAYOUT
    }

    public static FeeKey cryptoPayout(Asset asset) {
        return new FeeKey(Service.CRYPTO_PAYOUT, asset);
    }

    public static FeeKey fiatPayout(Asset asset) {
        return new FeeKey(Service.FIAT_PAYOUT, asset);
    }
}
