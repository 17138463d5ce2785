package dev.corridor.domain.beneficiary;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.Environment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A blockchain that payouts go over. Each has a main network for live money and a test network for the sandbox.
 *
 * <p>Source: the NXOS contract, section 1, "Crypto payout", chainName.
 */
public enum ChainName {
    ETHEREUM_MAINNET("Ethereum", Platform.EVM, Environment.LIVE),
    ARBITRUM_ONE("Arbitrum One", Platform.EVM, Environment.LIVE),
    BASE_MAINNET("Base", Platform.EVM, Environment.LIVE),
    BSC_MAINNET("BNB Smart Chain", Platform.EVM, Environment.LIVE),
    SOLANA_MAINNET("Solana", Platform.SOLANA, Environment.LIVE),
    TRON_MAINNET("Tron", Platform.TRON, Environment.LIVE),
    ETHEREUM_SEPOLIA("Ethereum Sepolia", Platform.EVM, Environment.SANDBOX),
    ARBITRUM_SEPOLIA("Arbitrum Sepolia", Platform.EVM, Environment.SANDBOX),
    BASE_SEPOLIA("Base Sepolia", Platform.EVM, Environment.SANDBOX),
    BSC_TESTNET("BNB Smart Chain Testnet", Platform.EVM, Environment.SANDBOX),
    SOLANA_DEVNET("Solana Devnet", Platform.SOLANA, Environment.SANDBOX),
    TRON_NILE("Tron Nile", Platform.TRON, Environment.SANDBOX);

    /** What kind of addresses and transactions a chain has. */
    public enum Platform {
        EVM,
        SOLANA,
        TRON;

        /** The bytes of an address; empty if it has not the form of one, its checksum included. */
        Optional<byte[]> decode(String address) {
            return switch (this) {
                case EVM -> EvmAddress.decode(address);
                case SOLANA -> SolanaAddress.decode(address);
                case TRON -> TronAddress.decode(address);
            };
        }
    }

    private final String displayName;
    private final Platform platform;
    private final Environment environment;
    private final String family;

    ChainName(String displayName, Platform platform, Environment environment) {
        this.displayName = displayName;
        this.platform = platform;
        this.environment = environment;
        this.family = name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
    }

    /** Reads a full name ({@code ETHEREUM_SEPOLIA}), or a family ({@code ethereum}), which means its network in the given environment. */
    public static Optional<ChainName> find(String text, Environment environment) {
        for (var chain : values()) {
            if (chain.name().equals(text) || chain.family.equals(text) && chain.environment == environment) {
                return Optional.of(chain);
            }
        }
        return Optional.empty();
    }

    /** The chains of an environment that something is issued on, so that it can be sent. */
    public static List<ChainName> in(Environment environment) {
        return Arrays.stream(values())
                .filter(chain -> chain.environment == environment && !IssuedAsset.on(chain).isEmpty())
                .toList();
    }

    /** The name that a chain shares with its network in the other environment: {@code ethereum}. */
    public String family() {
        return family;
    }

    public String displayName() {
        return displayName;
    }

    public Platform platform() {
        return platform;
    }

    /** Test money stays on test networks and real money on main networks; what nothing is issued on is in none. */
    public void requireEnvironment(Environment expected) {
        var offered = in(expected);
        if (!offered.contains(this)) {
            var available = offered.stream().map(ChainName::name).collect(Collectors.joining(", "));
            throw new BusinessException(new InvalidRequest("The chain " + this + " is not available in the "
                    + expected.name().toLowerCase(Locale.ROOT) + " environment; available are " + available + "."));
        }
    }
}
