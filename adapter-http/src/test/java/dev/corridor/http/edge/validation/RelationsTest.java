package dev.corridor.http.edge.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.Environment;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsTest {

    private static final Asset GWEI = new Asset("GWEI", 9, Asset.Kind.STABLECOIN);

    @Test
    void exactly_one_of_two_is_given() {
        assertGood(fields -> fields.exactlyOne("first", "a", "second", null));
        assertGood(fields -> fields.exactlyOne("first", null, "second", "b"));
        assertBad(fields -> fields.exactlyOne("first", null, "second", null), "first or second must be given, and not both");
        assertBad(fields -> fields.exactlyOne("first", "a", "second", "b"), "first or second must be given, and not both");
    }

    @Test
    void at_least_one_of_two_is_given() {
        assertGood(fields -> fields.atLeastOne(new Relations.Field("first", "a"), new Relations.Field("second", null)));
        assertGood(fields -> fields.atLeastOne(new Relations.Field("first", null), new Relations.Field("second", "b")));
        assertGood(fields -> fields.atLeastOne(new Relations.Field("first", "a"), new Relations.Field("second", "b")));
        assertBad(fields -> fields.atLeastOne(new Relations.Field("first", null), new Relations.Field("second", null)),
                "first or second must be given");
    }

    @Test
    void nothing_is_said_of_a_field_that_could_not_be_read() {
        var fields = relations(Set.of("second"));

        fields.exactlyOne("first", null, "second", null);
        fields.atLeastOne(new Relations.Field("first", null), new Relations.Field("second", null));

        assertThat(fields.faults()).isEmpty();
    }

    @Test
    void two_fields_differ() {
        assertGood(fields -> fields.different("second", "a", "first", "b"));
        assertGood(fields -> fields.different("second", null, "first", null));
        assertBad(fields -> fields.different("second", "a", "first", "a"), "second must differ from first");
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, USD", "1, USD", "999999999999.99, USD", "999999999999.999999, USDC", "999999999.999999999, GWEI", "1.005, XYZ", "x, USD"
    })
    void an_amount_fits_its_asset(String amount, String asset) {
        assertGood(fields -> fields.fits("amount", amount, asset));
        assertGood(fields -> fields.fits("amount", null, asset));
        assertGood(fields -> fields.fits("amount", amount, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1.000 | USD | amount must have at most 2 decimals and 12 digits before the point in USD",
        "0.0000001 | USDC | amount must have at most 6 decimals and 12 digits before the point in USDC",
        "1000000000 | GWEI | amount must have at most 9 decimals and 9 digits before the point in GWEI"
    })
    void an_amount_has_no_more_digits_than_its_asset_can_count(String amount, String asset, String message) {
        assertBad(fields -> fields.fits("amount", amount, asset), message);
    }

    @Test
    void what_the_domain_finds_adds_no_second_fault_to_a_field() {
        var fields = relations(Set.of("iban"));

        fields.addFromDomain(List.of(
                new FieldFault("iban", "is wrong"), new FieldFault("swiftCode", "is wrong"), new FieldFault("swiftCode", "is wrong again")));

        assertThat(fields.faults()).containsExactly(new FieldFault("swiftCode", "is wrong"));
    }

    private static void assertGood(Consumer<Relations> relate) {
        var fields = relations(Set.of());
        relate.accept(fields);
        assertThat(fields.faults()).isEmpty();
    }

    private static void assertBad(Consumer<Relations> relate, String message) {
        var fields = relations(Set.of());
        relate.accept(fields);
        assertThat(fields.faults()).extracting(fault -> fault.field() + " " + fault.reason()).containsExactly(message);
    }

    private static Relations relations(Set<String> unreadable) {
        return new Relations(AssetCatalogue.of(Asset.USD, Asset.USDC, GWEI), Environment.SANDBOX, unreadable, unreadable);
    }
}
