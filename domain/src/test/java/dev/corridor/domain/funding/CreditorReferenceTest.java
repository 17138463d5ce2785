package dev.corridor.domain.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountId;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditorReferenceTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(7, 7));

    @Test
    void an_account_has_the_same_reference_each_time_and_no_other_has_it() {
        var references = new HashSet<CreditorReference>();
        for (int i = 0; i < 10_000; i++) {
            references.add(CreditorReference.of("DE1", new AccountId(new UUID(7, i))));
        }

        assertThat(references).hasSize(10_000).contains(CreditorReference.of("DE1", ACCOUNT)).doesNotContain(CreditorReference.of("DE2", ACCOUNT));
        assertThat(references).allSatisfy(reference -> assertThat(reference.text()).matches("RF[0-9]{2}[0-9A-HJKMNP-TV-Z]{16}"));
    }

    /** ISO 11649's own example has the check digits 18 of 539007547034; this one is padded to the length that is used here. */
    @Test
    void check_digits_are_those_of_the_standard() {
        assertThat(new CreditorReference("RF180000539007547034").text()).isEqualTo("RF180000539007547034");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF190000539007547034", "RF180000539007547043", "RF18539007547034", "rf180000539007547034", ""})
    void another_text_is_none(String text) {
        assertThatThrownBy(() -> new CreditorReference(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_found_in_whatever_a_payer_writes() {
        var reference = CreditorReference.of("DE1", ACCOUNT);
        var text = reference.text();

        assertThat(CreditorReference.in("Invoice 7 / " + text.replaceAll("(.{4})", "$1 ").toLowerCase(Locale.ROOT))).containsExactly(reference);
        assertThat(CreditorReference.in("RF" + text + "X " + text)).containsExactly(reference);
        assertThat(CreditorReference.in("RF18 and " + text.substring(0, 19))).isEmpty();
        assertThat(CreditorReference.in(text.substring(0, 18) + text.charAt(19) + text.charAt(18)))
                .as("two digits changed places")
                .doesNotContain(reference);
    }
}
