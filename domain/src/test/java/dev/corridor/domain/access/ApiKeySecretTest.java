package dev.corridor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.organization.Environment;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {

    private static final ApiKeySecret GENERATED = ApiKeySecret.generate(Environment.SANDBOX, Optional.empty(), new byte[ApiKeySecret.RANDOM_BYTES]);

    @Test
    void a_generated_key_says_its_environment() {
        var bytes = new byte[ApiKeySecret.RANDOM_BYTES];

        assertThat(GENERATED.value()).startsWith("nxos_sk_test_c1_").hasSize(13 + 3 + 64 + 8);
        assertThat(ApiKeySecret.generate(Environment.LIVE, Optional.empty(), bytes).environment()).isEqualTo(Environment.LIVE);
        assertThatThrownBy(() -> ApiKeySecret.generate(Environment.LIVE, Optional.empty(), new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_slip_in_any_place_of_a_generated_key_is_noticed() {
        assertThat(ApiKeySecret.find(GENERATED.value())).contains(GENERATED);

        var text = GENERATED.value();
        for (int i = "nxos_sk_test_c1_".length(); i < text.length(); i++) {
            char other = text.charAt(i) == '7' ? '8' : '7';
            assertThat(ApiKeySecret.find(text.substring(0, i) + other + text.substring(i + 1))).as("place %s", i).isEmpty();
        }
        assertThat(ApiKeySecret.find(text.substring(0, text.length() - 1))).isEmpty();
        assertThat(ApiKeySecret.find(text + "0")).isEmpty();
        assertThat(ApiKeySecret.find(text.replace("test", "live"))).isEmpty();
    }

    @Test
    void a_key_that_is_made_in_a_cell_names_it() {
        var key = ApiKeySecret.generate(Environment.LIVE, Optional.of(new Cell("eu1")), new byte[ApiKeySecret.RANDOM_BYTES]);

        assertThat(key.value()).matches("nxos_sk_live_c2_eu1_0{64}[0-9a-f]{8}");
        assertThat(key.cell()).contains(new Cell("eu1"));
        assertThat(key.displayPrefix()).isEqualTo("nxos_sk_live_c2_eu1_0000");
        assertThat(ApiKeySecret.find(key.value().replace("_eu1_", "_eu2_"))).as("by its checksum").isEmpty();
        assertThat(GENERATED.cell()).isEmpty();
        assertThat(new ApiKeySecret("nxos_sk_test_my-own-sandbox-key").cell()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "1eu", "eu-1", "eu_1", "abcdefghijklm"})
    void a_cell_has_a_name_that_fits_into_a_key(String text) {
        assertThatThrownBy(() -> new Cell(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_from_before_there_were_checksums_and_keys_that_somebody_chose_have_none() {
        assertThat(ApiKeySecret.find("nxos_sk_test_" + "0123456789abcdef".repeat(4))).isPresent();
        assertThat(ApiKeySecret.find("nxos_sk_test_my-own-sandbox-key")).isPresent();
    }

    @Test
    void its_text_and_its_hash_stay_out_of_logs() {
        var secret = new ApiKeySecret("nxos_sk_test_0123456789abcdef");

        assertThat(secret).hasToString("nxos_sk_test_…");
        assertThat(secret.hash()).isEqualTo("mzpqfn/CpcsTorIRpTPe4bu3mi7HX21xfr+frSj6CEc=").hasSize(44);
        assertThat(IssuedSecret.of(secret, Optional.empty()).toString()).doesNotContain(secret.hash());
    }

    @Test
    void its_owner_recognises_it_by_its_beginning() {
        assertThat(GENERATED.displayPrefix()).isEqualTo("nxos_sk_test_c1_0000");
        assertThat(new ApiKeySecret("nxos_sk_test_0123456789abcdef").displayPrefix()).isEqualTo("nxos_sk_test_0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nxos_sk_test_", "nxos_sk_test_short", "nxos_sk_prod_0123456789abcdef", "nxos_sk_test_0123456789abcde ",
        "sk_test_0123456789abcdef", "nxos_sk_test_c1_0123456789abcdef"})
    void what_cannot_be_a_key_is_none(String text) {
        assertThat(ApiKeySecret.find(text)).isEmpty();
    }
}
