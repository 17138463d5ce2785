package dev.corridor.http.edge.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Validator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good and bad examples of every constraint, taken from the standards and from published tables where there are some. */
class ConstraintsTest {

    private static final String METADATA_MESSAGE = "value must have at most 50 keys and 4096 bytes";
    private static final Asset GWEI = new Asset("GWEI", 9, Asset.Kind.STABLECOIN);
    private static final Validator VALIDATOR =
            new HibernateValidation().factory(AssetCatalogue.of(Asset.USD, Asset.USDC, GWEI), InstantSource.system()).getValidator();

    record RequiredSample(@Required String value) {}

    record TextSample(@Text(max = 5) String value) {}

    record IdSample(@Id(thing = "an account", prefix = "acct_") String value) {}

    record AmountSample(@DecimalAmount String value) {}

    record AssetSample(@AssetCode String value) {}

    record IbanSample(@Iban String value) {}

    record BicSample(@Bic String value) {}

    record RoutingSample(@RoutingNumber String value) {}

    record CountrySample(@CountryCode String value) {}

    record EmailSample(@Email String value) {}

    record PhoneSample(@PhoneNumber String value) {}

    record DateSample(@PastDate String value) {}

    record OneOfSample(@OneOf({"WIRE", "SEPA"}) String value) {}

    record TagsSample(@Tags List<String> value) {}

    record MetadataSample(@Metadata Map<String, String> value) {}

    record ChainSample(@KnownChain String value) {}

    @Introspected
    @ChainAddress(chain = "chain", address = "address")
    record AddressSample(String chain, String address) {}

    @Introspected
    @ExactlyOneOf(value = "first", other = "second")
    record OneSample(String first, String second) {}

    @Introspected
    @Different(value = "second", other = "first")
    record DifferentSample(String first, String second) {}

    @Introspected
    @FitsAsset(amount = "amount", asset = "asset")
    record FitsSample(String amount, String asset) {}

    @Test
    void whatever_is_not_required_may_be_absent() {
        for (var sample : List.of(
                new TextSample(null), new IdSample(null), new AmountSample(null), new AssetSample(null), new IbanSample(null),
                new BicSample(null), new RoutingSample(null), new CountrySample(null), new EmailSample(null), new PhoneSample(null),
                new DateSample(null), new OneOfSample(null), new TagsSample(null), new MetadataSample(null), new ChainSample(null),
                new AddressSample(null, null), new DifferentSample(null, null), new FitsSample(null, null))) {
            assertGood(sample);
        }
    }

    @Test
    void what_is_required_must_be_present() {
        assertGood(new RequiredSample(""));
        assertBad(new RequiredSample(null), "value is required");
    }

    @Test
    void text_is_measured_in_characters() {
        assertGood(new TextSample("a"));
        assertGood(new TextSample("🚀🚀🚀🚀🚀"));
        assertBad(new TextSample("abcdef"), "value must have 1 to 5 characters and not be blank");
        assertBad(new TextSample(""), "value must have 1 to 5 characters and not be blank");
        assertBad(new TextSample("   "), "value must have 1 to 5 characters and not be blank");
    }

    @Test
    void an_id_has_its_prefix_and_32_lower_case_hex_digits() {
        assertGood(new IdSample("acct_0190a1b2c3d4e5f60718293a4b5c6d7e"));
        for (var bad : List.of(
                "", "acct_", "quote_0190a1b2c3d4e5f60718293a4b5c6d7e", "acct_0190A1B2C3D4E5F60718293A4B5C6D7E",
                "acct_0190a1b2c3d4e5f60718293a4b5c6d7e0")) {
            assertBad(new IdSample(bad), "value must be an account id (acct_ and 32 lower-case hex digits)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.01", "10000.00", "999999999999.999999", "0.000000001", "10"})
    void a_plain_decimal_above_zero_is_an_amount(String amount) {
        assertGood(new AmountSample(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "0", "0.00", "-1", "+1", "1e3", "1E3", "1.", ".5", "1,000", "1 ", " 1", "01", "00.1", "1000000000000", "0x1",
        "NaN", "Infinity", "1.2.3", "١", "1_0"
    })
    void anything_else_is_none(String amount) {
        assertBad(new AmountSample(amount), "value must be a decimal number greater than zero, such as \"10.00\"");
    }

    @Test
    void an_asset_is_in_the_catalogue() {
        assertGood(new AssetSample("USD"));
        assertBad(new AssetSample("usd"), "value must be one of USD, USDC, GWEI");
        assertBad(new AssetSample("EUR"), "value must be one of USD, USDC, GWEI");
    }

    /** Source: the examples of the IBAN registry. */
    @ParameterizedTest
    @ValueSource(strings = {
        "DE89370400440532013000", "GB29NWBK60161331926819", "FR1420041010050500013M02606", "NL91ABNA0417164300",
        "CH9300762011623852957", "ES9121000418450200051332", "NO9386011117947", "MT84MALT011000012345MTLCAST001S"
    })
    void the_examples_of_the_registry_are_ibans(String iban) {
        assertGood(new IbanSample(iban));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "DE", "DE88370400440532013000", "DE89 3704 0044 0532 0130 00", "de89370400440532013000", "DE8937040044053201300",
        "XX89370400440532013000", "GB29NWBK6016133192681X", "DE8937040044053201300é"
    })
    void a_wrong_check_digit_length_country_or_form_is_no_iban(String iban) {
        assertBad(new IbanSample(iban), "value must be an IBAN without blanks, with the right check digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEUTDEFF", "DEUTDEFF500", "NEDSZAJJXXX", "CHASUS33", "BNPAFRPPXXX"})
    void a_bic_has_8_or_11_characters(String bic) {
        assertGood(new BicSample(bic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DEUTDEF", "DEUTDEFF5", "deutdeff", "DEUTXXFF", "DEUTDEFF5000", "DEUT DEFF", "1234DEFF!"})
    void anything_else_is_no_bic(String bic) {
        assertBad(new BicSample(bic), "value must be a BIC of 8 or 11 characters");
    }

    /** Routing numbers that large banks publish. */
    @ParameterizedTest
    @ValueSource(strings = {"021000021", "011000015", "026009593", "121000248", "111000025", "322271627"})
    void a_routing_number_has_its_checksum(String number) {
        assertGood(new RoutingSample(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "021000022", "02100002", "0210000210", "000000000", "991000021", "02100002l", "٠٢١٠٠٠٠٢١"})
    void anything_else_is_no_routing_number(String number) {
        assertBad(new RoutingSample(number), "value must be a routing number of nine digits with the right check digit");
    }

    @Test
    void a_country_has_two_upper_case_letters() {
        assertGood(new CountrySample("DE"));
        for (var bad : List.of("", "de", "DEU", "XX", "UK")) {
            assertBad(new CountrySample(bad), "value must be a country code of two upper-case letters (ISO 3166)");
        }
    }

    @Test
    void an_email_address_has_an_at_and_a_domain() {
        assertGood(new EmailSample("ada@example.com"));
        assertGood(new EmailSample("a.b+c@mail.example.co.uk"));
        for (var bad : List.of(
                "", "ada", "ada@", "@example.com", "ada@localhost", "ada@@example.com", "a da@example.com", "ada@example..com",
                "ada@.com", "a@" + "b".repeat(250) + ".com")) {
            assertBad(new EmailSample(bad), "value must be an e-mail address");
        }
    }

    @Test
    void a_telephone_number_has_its_country_code() {
        assertGood(new PhoneSample("+14155550123"));
        for (var bad : List.of("", "14155550123", "+0123456789", "+1 415 555 0123", "+12345", "+1234567890123456")) {
            assertBad(new PhoneSample(bad), "value must be a telephone number such as \"+14155550123\"");
        }
    }

    @Test
    void a_date_is_past() {
        var today = LocalDate.now(ZoneOffset.UTC);
        assertGood(new DateSample("1815-12-10"));
        assertGood(new DateSample(today.minusDays(2).toString()));
        for (var bad : List.of(
                "", "1815-13-10", "1815-02-30", "10.12.1815", "1815-12-10T00:00", "+1815-12-10", today.plusDays(1).toString())) {
            assertBad(new DateSample(bad), "value must be a date before today, such as \"1990-12-31\"");
        }
    }

    @Test
    void one_of_means_exactly_as_written() {
        assertGood(new OneOfSample("SEPA"));
        assertBad(new OneOfSample("sepa"), "value must be one of WIRE, SEPA");
    }

    @Test
    void tags_are_few_and_short() {
        assertGood(new TagsSample(Collections.nCopies(20, "x".repeat(100))));
        for (var bad : List.of(Collections.nCopies(21, "x"), List.of("x".repeat(101)), List.of(""), List.of(" "))) {
            assertBad(new TagsSample(bad), "value must be at most 20 texts of 1 to 100 characters each");
        }
    }

    @Test
    void metadata_has_at_most_50_keys() {
        var metadata = new HashMap<String, String>();
        for (int i = 0; i < 50; i++) {
            metadata.put("key" + i, "value");
        }
        assertGood(new MetadataSample(metadata));

        metadata.put("one more", "value");

        assertBad(new MetadataSample(metadata), METADATA_MESSAGE);
    }

    @Test
    void metadata_has_at_most_4096_bytes_as_json() {
        assertGood(new MetadataSample(Map.of()));
        assertGood(new MetadataSample(Map.of("k", "x".repeat(4096 - "{\"k\":\"\"}".length()))));
        assertBad(new MetadataSample(Map.of("k", "x".repeat(4097 - "{\"k\":\"\"}".length()))), METADATA_MESSAGE);
        assertBad(new MetadataSample(Map.of("k", "é".repeat(2045))), METADATA_MESSAGE);
        assertBad(new MetadataSample(Map.of("k", "\"".repeat(2045))), METADATA_MESSAGE);
    }

    @Test
    void a_chain_is_named_in_full_or_by_its_family() {
        assertGood(new ChainSample("ETHEREUM_SEPOLIA"));
        assertGood(new ChainSample("ethereum"));
        assertBad(new ChainSample("Ethereum"), "value must be the name of a supported chain, such as ETHEREUM_MAINNET");
    }

    /** Source: the test cases of EIP-55. */
    @ParameterizedTest
    @ValueSource(strings = {
        "0x52908400098527886E0F7030069857D2E4169EE7", "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
        "0xde709f2102306220921060314715629080e2fb77", "0x27b1fdb04752bbc536007a920d24acb045561c26",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
    })
    void the_examples_of_eip_55_are_addresses_on_every_evm_chain(String address) {
        assertGood(new AddressSample("ETHEREUM_MAINNET", address));
        assertGood(new AddressSample("base", address));
    }

    @ParameterizedTest
    @CsvSource({
        "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA, SOLANA_MAINNET",
        "11111111111111111111111111111111, SOLANA_DEVNET",
        "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v, solana",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, TRON_MAINNET",
        "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb, tron",
        "anything, NO_SUCH_CHAIN"
    })
    void well_known_addresses_are_accepted_on_their_chain(String address, String chain) {
        assertGood(new AddressSample(chain, address));
    }

    @ParameterizedTest
    @CsvSource({
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD, ETHEREUM_MAINNET",
        "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed, ETHEREUM_MAINNET",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, ETHEREUM_MAINNET",
        "0X52908400098527886E0F7030069857D2E4169EE7, ETHEREUM_MAINNET",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe, ETHEREUM_MAINNET",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg, ETHEREUM_MAINNET",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, ETHEREUM_MAINNET",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, SOLANA_MAINNET",
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
    void a_wrong_checksum_length_alphabet_or_chain_is_refused(String address, String chain) {
        assertBad(new AddressSample(chain, address), "address must be an address of the chain, its checksum included");
    }

    @Test
    void an_endless_address_costs_no_arithmetic() {
        assertBad(new AddressSample("solana", "z".repeat(1 << 20)), "address must be an address of the chain, its checksum included");
    }

    @Test
    void exactly_one_of_two_is_given() {
        assertGood(new OneSample("a", null));
        assertGood(new OneSample(null, "b"));
        assertBad(new OneSample(null, null), "first or second must be given, and not both");
        assertBad(new OneSample("a", "b"), "first or second must be given, and not both");
    }

    @Test
    void two_components_differ() {
        assertGood(new DifferentSample("a", "b"));
        assertBad(new DifferentSample("a", "a"), "second must differ from first");
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, USD", "1, USD", "999999999999.99, USD", "999999999999.999999, USDC", "999999999.999999999, GWEI", "1.005, XYZ", "x, USD"
    })
    void an_amount_fits_its_asset(String amount, String asset) {
        assertGood(new FitsSample(amount, asset));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1.000 | USD | amount must have at most 2 decimals and 12 digits before the point in USD",
        "0.0000001 | USDC | amount must have at most 6 decimals and 12 digits before the point in USDC",
        "1000000000 | GWEI | amount must have at most 9 decimals and 9 digits before the point in GWEI"
    })
    void an_amount_has_no_more_digits_than_its_asset_can_count(String amount, String asset, String message) {
        assertBad(new FitsSample(amount, asset), message);
    }

    private static void assertGood(Object sample) {
        assertThat(VALIDATOR.validate(sample)).as("%s", sample).isEmpty();
    }

    private static void assertBad(Object sample, String message) {
        assertThat(VALIDATOR.validate(sample)).as("%s", sample)
                .singleElement()
                .satisfies(violation -> assertThat(violation.getPropertyPath() + " " + violation.getMessage()).isEqualTo(message));
    }
}
