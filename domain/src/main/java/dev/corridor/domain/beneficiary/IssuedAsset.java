package dev.corridor.domain.beneficiary;

import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An asset as its issuer issues it on a chain. What is not in this table is not offered: a token of the same name that was bridged or pegged by
 * another company is another claim on another debtor. So USDT is not offered on Arbitrum (USDT0), and nothing on BNB Smart Chain (Binance-Peg).
 * Test networks carry what their main network carries.
 *
 * <p>Sources: Circle, "USDC contract addresses" (Circle left Tron in 2024); Tether, "Supported protocols".
 *
 * @param contract the token's own address; empty where a test network has no official one
 * @param minimum the smallest payout, so that the network's fee does not exceed what is paid
 */
public record IssuedAsset(ChainName chain, Asset asset, Money minimum, Optional<String> contract) {

    public static final List<IssuedAsset> ALL = """
            ETHEREUM_MAINNET USDC 1   0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48
            ETHEREUM_MAINNET USDT 1   0xdAC17F958D2ee523a2206206994597C13D831ec7
            ARBITRUM_ONE     USDC 0.1 0xaf88d065e77c8cC2239327C5EDb3A432268e5831
            BASE_MAINNET     USDC 0.1 0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913
            SOLANA_MAINNET   USDC 0.1 EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v
            SOLANA_MAINNET   USDT 0.1 Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB
            TRON_MAINNET     USDT 1   TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t
            ETHEREUM_SEPOLIA USDC 1   0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238
            ETHEREUM_SEPOLIA USDT 1
            ARBITRUM_SEPOLIA USDC 0.1 0x75faf114eafb1BDbe2F0316DF893fd58CE46AA4d
            BASE_SEPOLIA     USDC 0.1 0x036CbD53842c5426634e7929541eC2318f3dCF7e
            SOLANA_DEVNET    USDC 0.1 4zMMC9srt5Ri5X14GAgXhaHii3GnPAEERYPJgZJDncDU
            SOLANA_DEVNET    USDT 0.1
            TRON_NILE        USDT 1   TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf
            """
            .lines()
            .map(line -> IssuedAsset.of(line.split(" +")))
            .toList();

    private static IssuedAsset of(String[] row) {
        var asset = AssetCatalogue.STANDARD.get(row[1]);
        return new IssuedAsset(ChainName.valueOf(row[0]), asset, Money.of(row[2], asset), Arrays.stream(row).skip(3).findFirst());
    }

    public static List<IssuedAsset> on(ChainName chain) {
        return ALL.stream().filter(token -> token.chain == chain).toList();
    }

    /** @throws BusinessException "asset not supported" where the asset is not issued; a validation error of "amount" below the minimum */
    public static void requirePayable(Money amount, ChainName chain) {
        var issued = on(chain);
        var token = issued.stream()
                .filter(known -> known.asset.equals(amount.asset()))
                .findFirst()
                .orElseThrow(() -> new BusinessException(notIssued(amount.asset(), chain, issued)));
        if (amount.isLessThan(token.minimum)) {
            throw new BusinessException(
                    ValidationError.of("amount", "must be at least " + token.minimum.decimal() + " in " + token.asset + " on " + chain));
        }
    }

    private static AssetNotSupported notIssued(Asset asset, ChainName chain, List<IssuedAsset> issued) {
        var codes = issued.stream().map(token -> token.asset.code()).toList();
        var reason = codes.isEmpty() ? "is not issued on " + chain : "must be one of " + String.join(", ", codes) + " on " + chain;
        return new AssetNotSupported(asset.code(), codes, List.of(new FieldFault("asset", reason)));
    }
}
