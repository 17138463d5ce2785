package dev.corridor.http.edge.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.beneficiary.Bic;
import dev.corridor.domain.beneficiary.Country;
import dev.corridor.domain.beneficiary.Iban;
import dev.corridor.domain.beneficiary.RoutingNumber;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.api.account.AnAccountId;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and invalid examples of every constraint, from the standards and published tables where possible. */
class ConstraintsTest {

    private static final String METADATA_MESSAGE = "value must have at most 50 keys and 4096 bytes";
    private static final Asset GWEI = new Asset("GWEI", 9, Asset.Kind.STABLECOIN);
    private static final Validator VALIDATOR = new HibernateValidation()
            .factory(AssetCatalogue.of(Asset.USD, Asset.USDC, GWEI), InstantSource.system()).getValidator();

    record RequiredSample(@Required String value) {}

    record TextSample(@Text(max = 5) String value) {}

    record IdSample(@Is(AnAccountId.class) String value) {}

    record AmountSample(@Is(DecimalAmount.class) String value) {}

    record AssetSample(@AssetCode String value) {}

    record IbanSample(@Is(Iban.class) String value) {}

    record BicSample(@Is(Bic.class) String value) {}

    record RoutingSample(@Is(RoutingNumber.class) String value) {}

    record CountrySample(@Is(Country.class) String value) {}

    record EmailSample(@Is(Email.class) String value) {}

    record PhoneSample(@Is(PhoneNumber.class) String value) {}

    record DateSample(@PastDate String value) {}

    record OneOfSample(@OneOf(Asset.Kind.class) String value) {}

    record TagsSample(@Is(Tags.class) List<String> value) {}

    record MetadataSample(@Is(Metadata.class) Map<String, String> value) {}

    @Test
    void whatever_is_not_required_may_be_absent() {
        for (var sample : List.of(
                new TextSample(null), new IdSample(null), new AmountSample(null), new AssetSample(null), new IbanSample(null),
                new BicSample(null), new RoutingSample(null), new CountrySample(null), new EmailSample(null), new PhoneSample(null),
                new DateSample(null), new OneOfSample(null), new TagsSample(null), new MetadataSample(null))) {
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

    /** Published routing numbers of large banks. */
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
        assertGood(new OneOfSample("FIAT"));
        assertBad(new OneOfSample("fiat"), "value must be one of FIAT, STABLECOIN, COIN");
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
    void text_is_visible() {
        assertGood(new TextSample("Zoë"));
        for (var bad : List.of("a\u200Bb", "\u202Eabc", "\u3164", "a\uFFFE")) {
            assertBad(new TextSample(bad), "value must be visible text without zero-width, directional or unassigned characters");
        }
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
