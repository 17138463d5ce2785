package dev.corridor.domain.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.BankAddress;
import dev.corridor.domain.beneficiary.Destination.IntermediaryBank;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bank accounts can be paid, for every country. */
class BankDestinationTest {

    /** Source: EPC409-09, the countries by the beginning of their IBANs. */
    private static final Set<String> SEPA_IBANS = Set.of(
            "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA"
                    .split(" "));

    static Stream<String> everyIban() {
        return IbanTest.everyCountry();
    }

    @ParameterizedTest
    @MethodSource("everyIban")
    void sepa_reaches_its_countries_only(String iban) {
        assertThat(anAccount(BankMethod.SEPA, iban, "", "").faults(Environment.LIVE))
                .isEqualTo(
                        SEPA_IBANS.contains(iban.substring(0, 2))
                                ? List.of()
                                : List.of(new FieldFault("iban", "must be of a country in SEPA")));
        assertThat(anAccount(BankMethod.WIRE, iban, "", "").faults(Environment.LIVE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyIban")
    void the_bank_is_in_the_country_of_the_iban_or_in_one_of_its_territories(String iban) {
        var ibanCountry = iban.substring(0, 2);
        var territories = switch (ibanCountry) {
            case "GB" -> Set.of("GB", "GG", "JE", "IM");
            case "FR" -> Set.of("FR", "BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT");
            case "FI" -> Set.of("FI", "AX");
            default -> Set.of(ibanCountry);
        };
        var countries = Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK")).toList();

        assertThat(countries.stream()
                .filter(country -> anAccount(BankMethod.WIRE, iban, "BANK" + country + "2A", "").faults(Environment.LIVE).isEmpty())
                .collect(Collectors.toSet()))
                .isEqualTo(territories);
        assertThat(countries.stream()
                .filter(country -> anAccount(BankMethod.WIRE, iban, "", country).faults(Environment.LIVE).isEmpty())
                .collect(Collectors.toSet()))
                .isEqualTo(territories);
    }

    @Test
    void the_pacific_territories_of_france_are_not_in_sepa() {
        var france = "FR1420041010050500013M02606";

        assertThat(anAccount(BankMethod.SEPA, france, "BANKREFF", "RE").faults(Environment.LIVE)).isEmpty();
        assertThat(anAccount(BankMethod.SEPA, france, "BANKNCFF", "NC").faults(Environment.LIVE))
                .extracting(FieldFault::field)
                .containsExactly("bankCountry", "swiftCode");
    }

    @Test
    void test_codes_are_refused_in_live_alone() {
        var account = anAccount(BankMethod.SEPA, "DE89370400440532013000", "DEUTDEF0", "DE");

        assertThat(account.faults(Environment.SANDBOX)).isEmpty();
        assertThat(account.faults(Environment.LIVE))
                .containsExactly(new FieldFault("swiftCode", "must not be a BIC for test and training"));
    }

    @Test
    void every_form_is_checked_by_the_domain_too() {
        var account = new BankAccount(
                "Bank",
                BankMethod.WIRE,
                Asset.USD,
                "DEUTXXFF",
                "1",
                "DE00370400440532013000",
                "021000022",
                new BankAddress("XX", "", "", "", ""),
                new IntermediaryBank("", "BANKDE0", ""));

        assertThat(account.faults(Environment.SANDBOX))
                .extracting(FieldFault::field)
                .containsExactly("iban", "routingNumber", "bankCountry", "swiftCode", "intermediarySwiftCode");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true", "00012-345X, true", "12345678901234567, true", "123456789012345678, false", "-1, false", "12 34, false", "12_34, false",
        "١٢, false"
    })
    void an_ach_account_has_the_characters_and_the_length_of_its_field(String number, boolean good) {
        var account = new BankAccount(
                "Bank",
                BankMethod.ACH,
                Asset.USD,
                "",
                number,
                "",
                "021000021",
                new BankAddress("", "", "", "", ""),
                new IntermediaryBank("", "", ""));

        assertThat(account.faults(Environment.LIVE))
                .extracting(FieldFault::field)
                .isEqualTo(good ? List.of() : List.of("accountNumber"));
    }

    @ParameterizedTest
    @CsvSource({"SEPA, 999999999.99, EUR", "ACH, 99999999.99, USD", "WIRE, 999999999999.99, USD"})
    void an_amount_fits_the_messages_of_the_method(BankMethod method, String most, String currency) {
        var asset = new Asset(currency, 2, Asset.Kind.FIAT);

        method.requireCarries(Money.of(most, asset));
        assertThatThrownBy(() -> method.requireCarries(Money.of(most, asset).plus(Money.ofUnits(1, asset))))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(ValidationError.of("amount", "must be at most " + most + " for " + method)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', nickname", "Ada King, Engines Ltd, Ada, Lovelace, legalName", "'', Engines Ltd, Ada, Lovelace, businessName",
        "'', '', Ada, Lovelace, lastName", "'', '', Ada, '', firstName"
    })
    void the_holder_is_the_legal_business_or_personal_name_else_the_nickname(
            String legal, String business, String first, String last, String field) {
        assertThat(identity(legal, business, first, last).holder("Landlord").field()).isEqualTo(field);
    }

    @Test
    void a_person_has_one_name() {
        assertThat(identity("", "", "Ada", "Lovelace").holder("Landlord").text()).isEqualTo("Ada Lovelace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"株式会社", "🚀", "Иван"})
    void a_holder_that_the_scheme_cannot_carry_is_refused(String name) {
        var account = anAccount(BankMethod.SEPA, "DE89370400440532013000", "", "");

        assertThat(Beneficiary.faults(name, account, Identity.UNKNOWN, Environment.LIVE))
                .containsExactly(new FieldFault(
                        "nickname", "names the holder and must have at most 70 Latin letters, digits and signs for SEPA"));
        assertThat(Beneficiary.faults(name, account, identity("Müller & Söhne", "", "", ""), Environment.LIVE)).isEmpty();
    }

    @Test
    void a_holder_is_measured_as_it_is_carried() {
        var account = anAccount(BankMethod.SEPA, "DE89370400440532013000", "", "");

        assertThat(Beneficiary.faults("ü".repeat(70), account, Identity.UNKNOWN, Environment.LIVE)).isEmpty();
        assertThat(Beneficiary.faults("ß".repeat(36), account, Identity.UNKNOWN, Environment.LIVE)).hasSize(1);
    }

    @Test
    void every_name_is_visible() {
        var hidden = "\u200B";
        var account = new BankAccount(
                hidden,
                BankMethod.SEPA,
                Asset.EUR,
                "",
                "",
                "DE89370400440532013000",
                "",
                new BankAddress("", "", "", "", ""),
                new IntermediaryBank("", "", ""));
        var identity = new Identity(
                Optional.empty(), hidden, "", "", hidden, hidden, hidden, Optional.empty(), hidden, hidden, "", "", "", "", "", "", "", "");

        assertThat(Beneficiary.faults(hidden, account, identity, Environment.LIVE))
                .filteredOn(fault -> fault.reason().startsWith("must be visible text"))
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder(
                        "nickname", "bankName", "label", "firstName", "lastName", "legalName", "businessName", "registrationNumber");
    }

    private static Identity identity(String legal, String business, String first, String last) {
        return new Identity(
                Optional.empty(), "", "", "", first, last, legal, Optional.empty(), business, "", "", "", "", "", "", "", "", "");
    }

    private static BankAccount anAccount(BankMethod method, String iban, String swiftCode, String country) {
        return new BankAccount(
                "Bank",
                method,
                Asset.EUR,
                swiftCode,
                "",
                iban,
                "",
                new BankAddress(country, "", "", "", ""),
                new IntermediaryBank("", "", ""));
    }
}
