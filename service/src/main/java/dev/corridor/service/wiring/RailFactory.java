package dev.corridor.service.wiring;

import dev.corridor.application.funding.MeasureDepositLag;
import dev.corridor.application.funding.MeasureDepositLagService;
import dev.corridor.application.funding.port.DepositCursors;
import dev.corridor.application.transaction.port.Bank;
import dev.corridor.chain.evm.EvmWatch;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.service.operation.ChainGauges;
import dev.corridor.service.operation.DepositLagGauges;
import dev.corridor.service.operation.LockedPayouts;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.operation.WaitingPayouts;
import dev.corridor.service.rails.Rails.Connection;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What an operator watches of rails. */
@Factory
final class RailFactory {

    private static final Duration WATCHED_EVERY = Duration.ofSeconds(15);

    @Singleton
    MeasureDepositLag measureDepositLag(FundingFactory.DepositChains chains, DepositCursors cursors, InstantSource clock) {
        return new MeasureDepositLagService(chains.all(), cursors, clock);
    }

    @Singleton
    Upkeep lockedPayouts(
            @Named(DatabaseFactory.ACCESS) DataSource dataSource, Settings settings, BankFactory.Banks banks, MeterRegistry meters) {
        return Upkeep.every(
                WATCHED_EVERY, "counting payouts that are LOCKED", new LockedPayouts(dataSource, connected(settings, banks), meters));
    }

    /** The names of the rails. */
    static List<String> connected(Settings settings, BankFactory.Banks banks) {
        var chains = settings.rails().chains().keySet().stream().map(ChainName::name);
        return Stream.concat(chains, banks.all().stream().map(Bank::name)).toList();
    }

    @Singleton
    Upkeep waitingPayouts(@Named(DatabaseFactory.ACCESS) DataSource dataSource, MeterRegistry meters) {
        return Upkeep.every(WATCHED_EVERY, "counting payouts that wait", new WaitingPayouts(dataSource, meters));
    }

    @Singleton
    Upkeep chainWatch(Settings settings, MeterRegistry meters) {
        var all = settings.rails().chains().entrySet().stream().map(rail -> gauges(rail.getKey(), rail.getValue(), meters)).toList();
        return Upkeep.every(WATCHED_EVERY, "looking at nodes and wallets", () -> all.forEach(ChainGauges::run));
    }

    private static ChainGauges gauges(ChainName chain, Connection rail, MeterRegistry meters) {
        var tokens = rail.settings().tokens().keySet();
        Map<Asset, Money> low = tokens.stream()
                .collect(Collectors.toMap(asset -> asset, asset -> rail.low().getOrDefault(asset, Money.zero(asset))));
        return new ChainGauges(new EvmWatch(rail.settings(), rail.signer().address()), chain.name(), low, meters);
    }

    @Singleton
    Upkeep depositLag(MeasureDepositLag measureDepositLag, MeterRegistry meters) {
        return Upkeep.every(WATCHED_EVERY, "measuring how far deposits are behind", new DepositLagGauges(measureDepositLag, meters));
    }
}
