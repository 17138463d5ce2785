package dev.corridor.domain.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.beneficiary.ChainName.Platform;
import dev.corridor.domain.beneficiary.Destination.CryptoAddress;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be sent to on every chain, and what moves over it. */
class ChainDestinationTest {

    /** Of people: an EIP-55 example, an address of a token account's owner in Solana's documentation, one of Tron's documentation. */
    private static final Map<Platform, String> HELD = Map.of(
            Platform.EVM, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            Platform.SOLANA, "4fYNw3dojWmQ4dXtSGE9epjRGy9pFSx62YypT7avPYvA",
            Platform.TRON, "TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW");

    private static final Map<Platform, List<String>> LOST = Map.of(
            Platform.EVM,
            List.of(
                    "0x0000000000000000000000000000000000000000",
                    "0x0000000000000000000000000000000000000001",
                    "0x0000000000000000000000000000000000000064",
                    "0x0000000000000000000000000000000000000100",
                    "0x0000000000000000000000000000000000001002",
                    "0x000000000000000000000000000000000000dEaD",
                    "0x000000000000000000000000000000000000ffff",
                    "0xffffffffffffffffffffffffffffffffffffffff",
                    "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE",
                    "0xdeaddeaddeaddeaddeaddeaddeaddeaddead0001",
                    "0x4200000000000000000000000000000000000006",
                    "0x00000000219ab540356cBB839Cbe05303d7705Fa",
                    "0xfffffffffffffffffffffffffffffffffffffffe",
                    "0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d",
                    "0x55d398326f99059fF775485246999027B3197955",
                    "0xFd086bC7CD5C481DCC9C85ebE478A1C0b69FCbb9"),
            Platform.SOLANA,
            List.of(
                    "11111111111111111111111111111111",
                    "1nc1nerator11111111111111111111111111111111",
                    "So11111111111111111111111111111111111111112",
                    "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA",
                    "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb",
                    "ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL",
                    "Vote111111111111111111111111111111111111111",
                    "SysvarC1ock11111111111111111111111111111111"),
            Platform.TRON,
            List.of("T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb", "TLsV52sRDL79HXGGm9yzwKibb6BeruhUzy", "TEkxiTehnzSmSe2XqrBj4w32RUN966rdz8"));

    static Stream<ChainName> offeredChains() {
        return Arrays.stream(Environment.values()).flatMap(environment -> ChainName.in(environment).stream());
    }

    @ParameterizedTest
    @MethodSource("offeredChains")
    void every_chain_takes_the_addresses_of_its_platform_only(ChainName chain) {
        for (var platform : Platform.values()) {
            assertThat(faults(chain, HELD.get(platform)))
                    .extracting(FieldFault::reason)
                    .isEqualTo(
                            platform == chain.platform() ? List.of() : List.of("must be an address of the chain, its checksum included"));
        }
    }

    @ParameterizedTest
    @MethodSource("offeredChains")
    void no_chain_takes_an_address_without_an_owner(ChainName chain) {
        var contracts = IssuedAsset.ALL.stream()
                .filter(token -> token.chain().platform() == chain.platform())
                .flatMap(token -> token.contract().stream())
                .flatMap(address -> chain.platform() == Platform.EVM ? Stream.of(address, "0x" + address.substring(2).toLowerCase(Locale.ROOT))
                        : Stream.of(address));

        assertThat(Stream.concat(LOST.get(chain.platform()).stream(), contracts))
                .allSatisfy(address -> assertThat(faults(chain, address))
                        .containsExactly(new FieldFault("address", "must not be a burn, system or token address: what is sent there is lost")));
    }

    @Test
    void the_sandbox_alone_keeps_small_numbers_for_triggers() {
        for (var number : List.of("0200", "0202", "0502", "0fff")) {
            var address = "0x" + "0".repeat(36) + number;
            assertThat(new CryptoAddress(ChainName.BASE_SEPOLIA, address).faults(Environment.SANDBOX)).isEmpty();
            assertThat(new CryptoAddress(ChainName.BASE_MAINNET, address).faults(Environment.LIVE)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_chain_carries_what_is_issued_on_it_and_says_so(ChainName chain) {
        var issued = IssuedAsset.on(chain).stream().map(IssuedAsset::asset).toList();
        for (var asset : AssetCatalogue.STANDARD.all()) {
            var amount = Money.of("1000", asset);
            if (issued.contains(asset)) {
                IssuedAsset.requirePayable(amount, chain);
            } else {
                assertThatThrownBy(() -> IssuedAsset.requirePayable(amount, chain))
                        .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                                .isInstanceOfSatisfying(AssetNotSupported.class, error -> {
                                    assertThat(error.asset()).isEqualTo(asset.code());
                                    assertThat(error.supported()).isEqualTo(issued.stream().map(Asset::code).toList());
                                }));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ETHEREUM_MAINNET, USDC USDT",
        "ARBITRUM_ONE, USDC",
        "BASE_MAINNET, USDC",
        "BSC_MAINNET, ''",
        "SOLANA_MAINNET, USDC USDT",
        "TRON_MAINNET, USDT"
    })
    void an_asset_is_offered_where_its_issuer_issues_it(ChainName chain, String assets) {
        assertThat(IssuedAsset.on(chain).stream().map(token -> token.asset().code()).collect(Collectors.joining(" "))).isEqualTo(assets);
    }

    @ParameterizedTest
    @EnumSource(names = {"BSC_MAINNET", "BSC_TESTNET"})
    void a_chain_that_nothing_is_issued_on_takes_no_address(ChainName chain) {
        for (var environment : Environment.values()) {
            assertThatThrownBy(() -> new CryptoAddress(chain, HELD.get(Platform.EVM)).faults(environment))
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                            .isInstanceOfSatisfying(InvalidRequest.class, error -> assertThat(error.reason())
                                    .startsWith("The chain " + chain + " is not available")
                                    .endsWith("available are " + names(environment) + ".")));
        }
    }

    @Test
    void a_test_network_carries_what_its_main_network_carries() {
        var mains = ChainName.in(Environment.LIVE);
        var tests = ChainName.in(Environment.SANDBOX);
        for (int i = 0; i < mains.size(); i++) {
            assertThat(IssuedAsset.on(tests.get(i))).extracting(IssuedAsset::asset)
                    .isEqualTo(IssuedAsset.on(mains.get(i)).stream().map(IssuedAsset::asset).toList());
            assertThat(IssuedAsset.on(tests.get(i))).extracting(IssuedAsset::minimum)
                    .isEqualTo(IssuedAsset.on(mains.get(i)).stream().map(IssuedAsset::minimum).toList());
        }
    }

    @Test
    void every_token_has_a_minimum_and_a_contract_of_its_chain() {
        assertThat(IssuedAsset.ALL).allSatisfy(token -> {
            assertThat(token.contract().stream()).allMatch(address -> token.chain().platform().decode(address).isPresent());
            IssuedAsset.requirePayable(token.minimum(), token.chain());
            var less = token.minimum().minus(Money.ofUnits(1, token.asset()));
            assertThatThrownBy(() -> IssuedAsset.requirePayable(less, token.chain()))
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                            .isEqualTo(ValidationError.of(
                                    "amount", "must be at least " + token.minimum().decimal() + " in " + token.asset() + " on " + token.chain())));
        });
        assertThat(IssuedAsset.ALL).extracting(token -> token.chain() + " " + token.asset()).doesNotHaveDuplicates();
    }

    /** Source: the test cases of EIP-55. */
    @ParameterizedTest
    @ValueSource(strings = {
        "0x52908400098527886E0F7030069857D2E4169EE7", "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
        "0xde709f2102306220921060314715629080e2fb77", "0x27b1fdb04752bbc536007a920d24acb045561c26",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
    })
    void the_examples_of_eip_55_are_addresses(String address) {
        assertThat(faults(ChainName.ETHEREUM_MAINNET, address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD, ETHEREUM_MAINNET",
        "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed, ETHEREUM_MAINNET",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, ETHEREUM_MAINNET",
        "0X52908400098527886E0F7030069857D2E4169EE7, ETHEREUM_MAINNET",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe, ETHEREUM_MAINNET",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg, ETHEREUM_MAINNET",
        "1111111111111111111111111111111, SOLANA_MAINNET",
        "111111111111111111111111111111111, SOLANA_MAINNET",
        "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5D0, SOLANA_MAINNET",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T, TRON_MAINNET",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, TRON_MAINNET",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6, TRON_MAINNET",
        "'', TRON_MAINNET",
        "'', ETHEREUM_MAINNET",
        "'', SOLANA_MAINNET"
    })
    void a_wrong_checksum_length_or_alphabet_is_refused(String address, ChainName chain) {
        assertThat(faults(chain, address))
                .containsExactly(new FieldFault("address", "must be an address of the chain, its checksum included"));
    }

    @Test
    void an_endless_address_costs_no_arithmetic() {
        assertThat(faults(ChainName.SOLANA_MAINNET, "z".repeat(1 << 20))).hasSize(1);
    }

    private static String names(Environment environment) {
        return ChainName.in(environment).stream().map(ChainName::name).collect(Collectors.joining(", "));
    }

    private static List<FieldFault> faults(ChainName chain, String address) {
        var environment = Arrays.stream(Environment.values())
                .filter(candidate -> ChainName.in(candidate).contains(chain))
                .findFirst()
                .orElseThrow();
        return new CryptoAddress(chain, address).faults(environment);
    }
}
