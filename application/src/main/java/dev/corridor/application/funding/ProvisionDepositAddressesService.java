package dev.corridor.application.funding;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.funding.port.DepositChain;
import dev.corridor.application.funding.port.FundingMethods;
import java.time.InstantSource;
import java.util.List;

public final class ProvisionDepositAddressesService implements ProvisionDepositAddresses {

    private final List<DepositChain> chains;
    private final FundingMethods methods;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public ProvisionDepositAddressesService(List<DepositChain> chains, FundingMethods methods, TimeOrderedIds ids, InstantSource clock) {
        this.chains = List.copyOf(chains);
        this.methods = methods;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int provision(Command command) {
        return chains.stream()
                .mapToInt(chain -> methods.provide(chain.chain(), chain.key(), chain.assets(), ids, clock.instant(), command.limit()))
                .max()
                .orElse(0);
    }
}
