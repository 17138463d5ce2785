package dev.corridor.service.rails;

import dev.corridor.bank.folder.SftpFolders.Server;
import dev.corridor.bank.iso.PayingAccount;
import dev.corridor.chain.evm.EvmSettings;
import dev.corridor.chain.evm.ExtendedPublicKey;
import dev.corridor.chain.evm.Signer;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The blockchains and banks that Corridor is connected to.
 *
 * @param patience how long the answer to a crypto payout waits for a node to accept it
 */
public record Rails(Map<ChainName, Connection> chains, List<BankConnection> banks, Duration patience) {

    /** Nothing is connected. */
    public static final Rails NONE = new Rails(Map.of(), List.of(), Duration.ofSeconds(RailKey.BROADCAST_SECONDS.defaultNumber()));

    public Rails {
        chains = Map.copyOf(chains);
        banks = List.copyOf(banks);
    }

    /**
     * @param signer of the wallet that pays
     * @param low what the wallet should hold at least
     * @param deposits what deposit addresses are derived from; empty if no deposits are taken in
     */
    public record Connection(EvmSettings settings, Signer signer, Map<Asset, Money> low, Optional<ExtendedPublicKey> deposits) {

        public Connection {
            low = Map.copyOf(low);
        }
    }

    /** @param exchange where files are exchanged with it */
    public record BankConnection(String name, Set<Asset> currencies, PayingAccount account, Exchange exchange) {}

    /** Where the house puts its files, and where the bank puts its own. */
    public sealed interface Exchange {

        /** Folders of this machine. */
        record Local(Path outbox, Path inbox) implements Exchange {}

        /** Folders of a server. */
        record Sftp(Server server, String outbox, String inbox) implements Exchange {}
    }
}
