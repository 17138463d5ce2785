package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readable but invalid bodies. Each row changes a valid body, and lists all faulty fields in the contract's order. */
@MicronautTest
class ValidationTest {

    private final Customer acme;

    ValidationTest(World world) {
        this.acme = world.newCustomer();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    {"accountId":null}                               | accountId
                    {"accountId":"acct_1"}                           | accountId
                    {"accountId":17,"fromAsset":["USD"]}             | accountId, fromAsset
                    {"fromAsset":"DOGE"}                             | fromAsset
                    {"fromAsset":"usd"}                              | fromAsset
                    {"toAsset":"USD"}                                | toAsset
                    {"toAsset":"EUR"}                                | toAsset
                    {"fromAmount":10000.00}                          | fromAmount
                    {"fromAmount":true}                              | fromAmount
                    {"fromAmount":null}                              | fromAmount
                    {"toAmount":"1.00"}                              | fromAmount
                    {"fromAmount":""}                                | fromAmount
                    {"fromAmount":"0.00"}                            | fromAmount
                    {"fromAmount":"-1.00"}                           | fromAmount
                    {"fromAmount":"+1.00"}                           | fromAmount
                    {"fromAmount":"1e3"}                             | fromAmount
                    {"fromAmount":"1,000.00"}                        | fromAmount
                    {"fromAmount":" 1.00"}                           | fromAmount
                    {"fromAmount":".50"}                             | fromAmount
                    {"fromAmount":"1."}                              | fromAmount
                    {"fromAmount":"01.00"}                           | fromAmount
                    {"fromAmount":"NaN"}                             | fromAmount
                    {"fromAmount":"1.001"}                           | fromAmount
                    {"fromAmount":"1000000000000.00"}                | fromAmount
                    {"fromAmount":null,"toAmount":"1.0000001"}       | toAmount
                    {"accountId":"x","fromAsset":"x","toAsset":"y","fromAmount":"z"} | accountId, fromAsset, toAsset, fromAmount
                    """)
    void a_quote_names_its_faults(String change, String faulty) {
        assertFaults(acme.api().post("/v1/quotes", acme.aQuote("1.00").with(change)), faulty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    {"nickname":null}                                                     | nickname
                    {"nickname":""}                                                       | nickname
                    {"nickname":"Bell \\u0007"}                                           | nickname
                    {"chainName":"DOGECHAIN"}                                             | chainName
                    {"chainName":"Ethereum"}                                              | chainName
                    {"address":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed"}              | address
                    {"address":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe"}               | address
                    {"address":"5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}                | address
                    {"chainName":"SOLANA_DEVNET"}                                         | address
                    {"chainName":"TRON_NILE"}                                             | address
                    {"chainName":"tron","address":"TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMX"}   | address
                    {"entityType":"PERSON"}                                               | entityType
                    {"email":"nobody"}                                                    | email
                    {"phoneNumber":"555 0123"}                                            | phoneNumber
                    {"dateOfBirth":"31.12.1990"}                                          | dateOfBirth
                    {"dateOfBirth":"1990-02-30"}                                          | dateOfBirth
                    {"dateOfBirth":"2999-01-01"}                                          | dateOfBirth
                    {"country":"USA"}                                                     | country
                    {"country":"XX"}                                                      | country
                    {"taxIdType":"EIN"}                                                   | taxIdType
                    {"tags":"parts"}                                                      | tags
                    {"tags":["parts",17]}                                                 | tags
                    {"tags":[""]}                                                         | tags
                    {"metadata":[]}                                                       | metadata
                    {"metadata":{"invoice":42}}                                           | metadata
                    {"metadata":{"invoice":{"number":"42"}}}                              | metadata
                    {"address":"0x000000000000000000000000000000000000dEaD"}              | address
                    {"address":"0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238"}              | address
                    {"nickname":"\\u200B"}                                               | nickname
                    {"nickname":"a\\u202Eb"}                                             | nickname
                    {"legalName":"\\u3164"}                                              | legalName
                    {"adress":"0x1"}                                                      | adress
                    {"address":"0x1","email":"x","country":"x","tags":[null],"metadata":"x"} | address, email, country, tags, metadata
                    """)
    void a_wallet_names_its_faults(String change, String faulty) {
        assertFaults(acme.api().post("/v1/beneficiaries/crypto", acme.aWallet().with(change)), faulty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    {"bankName":null}                                              | bankName
                    {"method":"PAYPAL"}                                            | method
                    {"currency":"USDC"}                                            | currency
                    {"currency":"USD"}                                             | currency
                    {"iban":null}                                                  | iban
                    {"iban":"DE88370400440532013000"}                              | iban
                    {"iban":"DE89 3704 0044 0532 0130 00"}                         | iban
                    {"iban":"de89370400440532013000"}                              | iban
                    {"swiftCode":"DEUTDEF"}                                        | swiftCode
                    {"swiftCode":"DEUTXXFF"}                                       | swiftCode
                    {"intermediarySwiftCode":"nonsense"}                           | intermediarySwiftCode
                    {"routingNumber":"021000022"}                                  | routingNumber
                    {"bankCountry":"Germany"}                                      | bankCountry
                    {"swiftCode":"BNPAFRPP"}                                       | swiftCode
                    {"bankCountry":"FR"}                                           | bankCountry
                    {"iban":"BR1800360305000010009795493C1","swiftCode":null}      | iban
                    {"nickname":"株式会社"}                                        | nickname
                    {"legalName":"株式会社"}                                       | legalName
                    {"ibann":"DE89370400440532013000"}                             | ibann
                    {"method":"ACH"}                                               | currency, accountNumber, routingNumber
                    {"method":"ACH","currency":"USD","accountNumber":"1"}          | routingNumber
                    {"method":"WIRE","iban":null}                                  | accountNumber
                    {"method":"WIRE","iban":null,"swiftCode":null}                 | swiftCode, accountNumber
                    {"method":"WIRE","iban":null,"swiftCode":null,"accountNumber":"1"} | swiftCode
                    """)
    void a_bank_account_names_its_faults(String change, String faulty) {
        assertFaults(acme.api().post("/v1/beneficiaries/bank", acme.aBankAccount().with(change)), faulty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    {"beneficiaryId":"acct_00000000000070008000000000000000"} | beneficiaryId
                    {"amount":5}                                              | amount
                    {"amount":"0.000000"}                                     | amount
                    {"amount":"1.0000001"}                                    | amount
                    {"asset":"USD"}                                           | asset
                    {"asset":"BTC","chainName":"bitcoin"}                     | asset, chainName
                    {"chainName":""}                                          | chainName
                    {"description":7,"tags":{},"metadata":"x"}                | description, tags, metadata
                    """)
    void a_crypto_payout_names_its_faults(String change, String faulty) {
        assertFaults(acme.api().post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(aBeneficiary(), "1.00").with(change)), faulty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    {"beneficiaryId":""}                  | beneficiaryId
                    {"amount":"1.005"}                    | amount
                    {"asset":"USDC"}                      | asset
                    {"asset":null,"method":null}          | asset, method
                    {"method":"sepa"}                     | method
                    """)
    void a_fiat_payout_names_its_faults(String change, String faulty) {
        assertFaults(acme.api().post("/v1/transactions/fiat-payouts", acme.aFiatPayout(aBeneficiary(), "1.00").with(change)), faulty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    /v1/accounts                    | {"description":"x"}                       | name
                    /v1/accounts                    | {"name":"","description":1}               | name, description
                    /v1/sandbox/organizations       | {"name":"x","cryptoPayoutsEnabled":"yes"} | cryptoPayoutsEnabled
                    /v1/sandbox/deposits            | {"asset":"USD","amount":1}                | accountId, amount
                    /v1/quotes                      | {}                    | accountId, fromAsset, toAsset, fromAmount
                    /v1/beneficiaries/crypto        | {}                    | accountId, nickname, chainName, address
                    /v1/beneficiaries/bank          | {}                    | accountId, nickname, bankName, method, currency
                    /v1/transactions/crypto-payouts | {}                    | accountId, beneficiaryId, amount, asset, chainName
                    /v1/transactions/fiat-payouts   | {}                    | accountId, beneficiaryId, amount, asset, method
                    """)
    void what_is_missing_is_named(String path, String body, String faulty) {
        assertFaults(acme.api().post(path, body), faulty);
    }

    @Test
    void the_limits_of_tags_are_kept() {
        var tags = List.of("x".repeat(100));

        register("tags", json(repeated(tags, 20))).isOk();
        assertFaults(register("tags", json(repeated(tags, 21))), "tags");
        assertFaults(register("tags", json(List.of("x".repeat(101)))), "tags");
    }

    @Test
    void the_limits_of_metadata_are_kept() {
        register("metadata", metadata(50, 1)).isOk();
        assertFaults(register("metadata", metadata(51, 1)), "metadata");
        register("metadata", metadata(1, 4000)).isOk();
        assertFaults(register("metadata", metadata(1, 4096)), "metadata");
    }

    @Test
    void a_chain_of_the_live_environment_is_an_invalid_request() {
        assertThat(register("chainName", "\"ETHEREUM_MAINNET\"").isError(400, "invalid_request").message())
                .isEqualTo("The chain ETHEREUM_MAINNET is not available in the sandbox environment; available are ETHEREUM_SEPOLIA,"
                        + " ARBITRUM_SEPOLIA, BASE_SEPOLIA, SOLANA_DEVNET, TRON_NILE.");
    }

    @Test
    void what_exists_here_is_listed() {
        assertThat(register("chainName", "\"DOGECHAIN\"").isError(400, "validation_error").message())
                .isEqualTo("chainName must be one of ETHEREUM_SEPOLIA, ARBITRUM_SEPOLIA, BASE_SEPOLIA, SOLANA_DEVNET, TRON_NILE.");
        assertThat(acme.api()
                .post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(aBeneficiary(), "1.00").with("chainName", "tron"))
                .isError(400, "asset_not_supported")
                .message())
                .isEqualTo("asset must be one of USDT on TRON_NILE.");
        assertThat(acme.api()
                .post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(aBeneficiary(), "0.99"))
                .isError(400, "validation_error")
                .message())
                .isEqualTo("amount must be at least 1.000000 in USDC on ETHEREUM_SEPOLIA.");
        assertThat(acme.api()
                .post("/v1/transactions/fiat-payouts", acme.aFiatPayout(aBeneficiary(), "1000000000.00"))
                .isError(400, "validation_error")
                .message())
                .isEqualTo("amount must be at most 999999999.99 for SEPA.");
    }

    @ParameterizedTest
    @CsvSource({
        "solana, 9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM, SOLANA_DEVNET",
        "TRON_NILE, TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW, TRON_NILE",
        "base, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed, BASE_SEPOLIA"
    })
    void a_chain_may_be_named_by_its_family_and_is_shown_by_its_name(String given, String address, String shown) {
        var registered = acme.api().post("/v1/beneficiaries/crypto", acme.aWallet().with("chainName", given).with("address", address));

        assertThat(registered.isOk().text("/crypto/chainName")).isEqualTo(shown);
        assertThat(registered.text("/crypto/address")).isEqualTo(address);
    }

    @Test
    void a_message_says_what_would_be_right() {
        var answer = acme.api().post("/v1/quotes", acme.aQuote("1.001").with("{\"accountId\":1,\"toAsset\":\"GOLD\"}"));

        assertThat(answer.isError(400, "validation_error").message())
                .isEqualTo("accountId must be a string; toAsset must be one of USD, EUR, USDC, USDT, BTC, ETH;"
                        + " fromAmount must have at most 2 decimals and 12 digits before the point in USD.");
    }

    private Answer register(String field, String json) {
        return acme.api().post("/v1/beneficiaries/crypto", acme.aWallet().with("{\"" + field + "\":" + json + "}"));
    }

    private String aBeneficiary() {
        return "bene_00000000000070008000000000000000";
    }

    private static void assertFaults(Answer answer, String faulty) {
        assertThat(answer.status() + " " + answer.text("/error/code")).isEqualTo("400 validation_error");
        var message = answer.message();
        var named = Arrays.stream(message.split("; ")).map(fault -> fault.split(" ", 2)[0]).distinct();
        assertThat(named).as(message).containsExactly(faulty.split(", "));
    }

    private static List<String> repeated(List<String> texts, int times) {
        return IntStream.range(0, times).boxed().flatMap(i -> texts.stream()).toList();
    }

    private static String json(List<String> texts) {
        return texts.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private static String metadata(int keys, int length) {
        return IntStream.range(0, keys)
                .mapToObj(i -> "\"" + i + "\":\"" + "x".repeat(length) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
