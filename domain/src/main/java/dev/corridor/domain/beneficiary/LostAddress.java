package dev.corridor.domain.beneficiary;

import dev.corridor.domain.organization.Environment;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Addresses that take money and never give it back, because no person has their key. Zero and burn addresses, what a chain's protocol keeps for itself,
 * and the tokens' own contracts, which hold what was sent to them by mistake.
 *
 * <p>Sources: the execution specifications of Ethereum (precompiles, system contracts of EIP-2935, 4788, 7002, 7251); the OP Stack's predeploys
 * and preinstalls; Arbitrum's precompiles; BNB Smart Chain's system contracts; Solana's native programs and sysvars.
 */
final class LostAddress {

    private static final int EVM_BYTES = 20;

    /** Below it an address is a number that a protocol has given a meaning, or will: precompiles, system contracts, 0xdead. */
    private static final int SMALL_BYTES = 2;

    /** The sandbox's simulated chain gives meanings to small numbers too, and no protocol does between these. */
    private static final int FIRST_TRIGGER = 0x0200;

    private static final int LAST_TRIGGER = 0x0fff;

    private static final String PREDEPLOYS = "42" + "00".repeat(EVM_BYTES - SMALL_BYTES - 1);
    private static final String PREDEPLOYS_CODE = "c0d3".repeat((EVM_BYTES - SMALL_BYTES) / 2);

    private static final Set<String> EVM = Set.of(
            "00000000219ab540356cbb839cbe05303d7705fa",
            "0000f90827f1c53a10cb7a02335b175320002935",
            "000f3df6d732807ef1319fb7b8bb8522d0beac02",
            "00000961ef480eb55e80d19ad83579a64c007002",
            "0000bbddc7ce488642fb579f8b00f3a590007251",
            "fffffffffffffffffffffffffffffffffffffffe",
            "deaddeaddeaddeaddeaddeaddeaddeaddeaddead",
            "deaddeaddeaddeaddeaddeaddeaddeaddead0001",
            "dead000000000000000042069420694206942069",
            // USDT0 on Arbitrum; USDC and USDT of Binance on BNB Smart Chain.
            "fd086bc7cd5c481dcc9c85ebe478a1c0b69fcbb9",
            "8ac76a51cc950d9822d68b83fe1ad97b32cd580d",
            "55d398326f99059ff775485246999027b3197955");

    private static final Set<String> SOLANA = Set.of(
            "So11111111111111111111111111111111111111112",
            "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA",
            "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb",
            "ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL",
            "MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr",
            "metaqbxxUerdq28cj1RbAWkYQm3ybzjb6a8bt518x1s");

    /** Programs and sysvars have names written in Base58 and filled up with its zero; no key ends like that by chance. */
    private static final String SOLANA_FILLING = "1".repeat(10);

    /** The black hole, and the contract that Circle has left. */
    private static final Set<String> TRON = Set.of("TLsV52sRDL79HXGGm9yzwKibb6BeruhUzy", "TEkxiTehnzSmSe2XqrBj4w32RUN966rdz8");

    private static final Set<String> CONTRACTS = IssuedAsset.ALL.stream()
            .flatMap(token -> token.contract().stream().map(address -> key(token.chain().platform(), address)))
            .collect(Collectors.toUnmodifiableSet());

    private LostAddress() {}

    /** @param address one that its platform can decode */
    static boolean isLost(ChainName.Platform platform, String address, Environment environment) {
        var bytes = platform.decode(address).orElseThrow();
        Predicate<String> isKnown = switch (platform) {
            case EVM -> text -> isReserved(bytes, environment);
            case TRON -> text -> isReserved(bytes, environment) || TRON.contains(text);
            case SOLANA -> text -> isUniform(bytes) || text.endsWith(SOLANA_FILLING) || SOLANA.contains(text);
        };
        return isKnown.test(address) || CONTRACTS.contains(key(platform, address));
    }

    private static boolean isReserved(byte[] bytes, Environment environment) {
        var hex = HexFormat.of().formatHex(bytes);
        return isUniform(bytes)
                || isSmall(hex, environment)
                || hex.startsWith(PREDEPLOYS)
                || hex.startsWith(PREDEPLOYS_CODE)
                || EVM.contains(hex);
    }

    private static boolean isSmall(String hex, Environment environment) {
        if (!hex.startsWith("00".repeat(EVM_BYTES - SMALL_BYTES))) {
            return false;
        }
        int number = HexFormat.fromHexDigits(hex, 2 * (EVM_BYTES - SMALL_BYTES), hex.length());
        return environment == Environment.LIVE || number < FIRST_TRIGGER || number > LAST_TRIGGER;
    }

    /** One byte repeated: zero, and what contracts write for "native coin" or "no owner". */
    private static boolean isUniform(byte[] bytes) {
        for (byte one : bytes) {
            if (one != bytes[0]) {
                return false;
            }
        }
        return true;
    }

    /** However its letters are written. */
    private static String key(ChainName.Platform platform, String address) {
        return platform + HexFormat.of().formatHex(platform.decode(address).orElseThrow());
    }
}
