package dev.corridor.chain.evm;

import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.domain.money.Asset;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an operator watches of a chain of the Ethereum kind: its nodes, and what the wallet that pays there has left. */
public final class EvmWatch {

    /** What a transfer needs of gas at most, on Ethereum, for USDC and USDT. */
    private static final BigInteger GAS_OF_A_TRANSFER = BigInteger.valueOf(65_000);

    private final EvmSettings settings;
    private final String wallet;
    private final EvmNodes nodes;

    /** @param wallet the address that pays */
    public EvmWatch(EvmSettings settings, String wallet) {
        this.settings = settings;
        this.wallet = wallet;
        this.nodes = EvmNodes.of(settings);
    }

    /**
     * @param coins of the chain's own coin, in wei, with what is under way taken off
     * @param tokens in the smallest units of the assets, likewise
     * @param transfers how many transfers the coins pay for, at twice the base fee of now
     */
    public record Holdings(BigInteger coins, Map<Asset, BigInteger> tokens, long transfers) {

        public Holdings {
            tokens = Map.copyOf(tokens);
        }
    }

    public int nodes() {
        return settings.rpc().size();
    }

    /** How many nodes answer, are of the chain, and are no more than {@code confirmations} blocks behind the first of them. */
    public int healthyNodes() {
        try {
            var heights = nodes.votes(EvmNode::blockNumber);
            long highest = heights.keySet().stream().mapToLong(height -> height).max().orElseThrow();
            return (int) heights.entrySet().stream()
                    .filter(vote -> vote.getKey() >= highest - settings.confirmations())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        } catch (Unavailable e) {
            return 0;
        }
    }

    /** Empty if no node can be asked. */
    public Optional<Holdings> holdings() {
        try {
            return Optional.of(nodes.any(this::holdings));
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }

    private Holdings holdings(EvmNode node) {
        var coins = node.balance(wallet);
        var tokens = new HashMap<Asset, BigInteger>();
        settings.tokens().forEach((asset, token) -> tokens.put(asset, Erc20.balance(node.call(wallet, token, Erc20.balanceOf(wallet)))));
        var fee = node.latestBlock().baseFee().orElse(BigInteger.ONE).max(BigInteger.ONE).multiply(BigInteger.TWO);
        return new Holdings(coins, tokens, coins.divide(fee.multiply(GAS_OF_A_TRANSFER)).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
    }
}
