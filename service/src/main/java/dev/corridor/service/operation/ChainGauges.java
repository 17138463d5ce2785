package dev.corridor.service.operation;

import dev.corridor.chain.evm.EvmWatch;
import dev.corridor.chain.evm.EvmWatch.Holdings;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The nodes of a chain, and what its wallet has left. What is not known is not a number. */
public final class ChainGauges implements Runnable {

    private static final String COIN = "coin";
    private static final int COIN_DECIMALS = 18;

    /** With less gas than for so many transfers, the wallet is low. */
    private static final int FEW_TRANSFERS = 100;

    private final EvmWatch watch;
    private final MeterRegistry meters;
    private volatile int healthyNodes;
    private volatile Optional<Holdings> holdings = Optional.empty();

    /** @param low what the wallet should hold at least, of each asset that it pays */
    public ChainGauges(EvmWatch watch, String chain, Map<Asset, Money> low, MeterRegistry meters) {
        this.watch = watch;
        this.meters = meters;
        var rail = Tags.of("rail", chain);
        Gauge.builder("corridor.rails.nodes", watch::nodes).description("Nodes that are configured").tags(rail).register(meters);
        Gauge.builder("corridor.rails.nodes.healthy", () -> healthyNodes)
                .description("Nodes that answer, are of the chain, and are not behind")
                .tags(rail)
                .register(meters);
        measure(rail.and("asset", COIN), held -> new BigDecimal(held.coins(), COIN_DECIMALS), held -> held.transfers() < FEW_TRANSFERS);
        low.forEach((asset, least) -> measure(
                rail.and("asset", asset.code()),
                held -> new BigDecimal(held.tokens().get(asset), asset.decimals()),
                held -> held.tokens().get(asset).compareTo(BigInteger.valueOf(least.units())) < 0));
    }

    private void measure(Tags tags, Function<Holdings, Number> balance, Predicate<Holdings> isLow) {
        Gauge.builder("corridor.rails.wallet.balance", () -> holdings.map(balance).orElse(null))
                .description("What the wallet holds")
                .tags(tags)
                .register(meters);
        Gauge.builder("corridor.rails.wallet.low", () -> holdings.<Number>map(held -> isLow.test(held) ? 1 : 0).orElse(null))
                .description("Whether it is less than it should be")
                .tags(tags)
                .register(meters);
    }

    @Override
    public void run() {
        healthyNodes = watch.healthyNodes();
        holdings = watch.holdings();
    }
}
