package dev.corridor.domain.money;

/**
 * What accounts hold. A catalogue entry, not an enum, because a deployment may add more.
 *
 * @param code the upper-case name on the wire, such as {@code USD}
 * @param decimals decimals of the smallest unit: 2 for USD (cents), 6 for USDC; at most {@value #MAX_DECIMALS}
 */
public record Asset(String code, int decimals, Kind kind) {

    /** With more than nine decimals, a {@code long} of smallest units holds too few major units. */
    public static final int MAX_DECIMALS = 9;

    public static final Asset USD = new Asset("USD", 2, Kind.FIAT);
    public static final Asset EUR = new Asset("EUR", 2, Kind.FIAT);
    public static final Asset USDC = new Asset("USDC", 6, Kind.STABLECOIN);
    public static final Asset USDT = new Asset("USDT", 6, Kind.STABLECOIN);
    public static final Asset BTC = new Asset("BTC", 8, Kind.COIN);
    public static final Asset ETH = new Asset("ETH", 8, Kind.COIN);

    /** Fiat money moves through banks, stablecoins over blockchains. Coins have a floating price; they are held and converted. */
    public enum Kind {
        FIAT,
        STABLECOIN,
        COIN
    }

    public Asset {
        if (code.isEmpty() || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("an asset's code has upper-case letters and digits only");
        }
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("an asset has 0 to " + MAX_DECIMALS + " decimals");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
