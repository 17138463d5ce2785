package dev.corridor.service.rails;

import dev.corridor.chain.evm.EvmSettings;
import dev.corridor.chain.evm.Signer;
import dev.corridor.domain.beneficiary.ChainName;
import java.time.Duration;
import java.util.Map;

/**
 * The blockchains that Corridor is connected to.
 *
 * @param patience how long the answer to a crypto payout waits for a node to accept it
 */
public record Rails(Map<ChainName, Connection> chains, Duration patience) {

    /** Nothing is connected. */
    public static final Rails NONE = new Rails(Map.of(), Duration.ofSeconds(RailKey.BROADCAST_SECONDS.defaultNumber()));

    public Rails {
        chains = Map.copyOf(chains);
    }

    /** @param signer of the wallet that pays */
    public record Connection(EvmSettings settings, Signer signer) {}
}
