package dev.corridor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.organization.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {

    @Test
    void a_generated_key_says_its_environment() {
        var bytes = new byte[ApiKeySecret.RANDOM_BYTES];

        assertThat(ApiKeySecret.generate(Environment.SANDBOX, bytes).value()).startsWith("nxos_sk_test_").hasSize(13 + 64);
        assertThat(ApiKeySecret.generate(Environment.LIVE, bytes).environment()).isEqualTo(Environment.LIVE);
        assertThatThrownBy(() -> ApiKeySecret.generate(Environment.LIVE, new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_text_and_its_hash_stay_out_of_logs() {
        var secret = new ApiKeySecret("nxos_sk_test_0123456789abcdef");

        assertThat(secret).hasToString("nxos_sk_test_…");
        assertThat(secret.hash()).isEqualTo("mzpqfn/CpcsTorIRpTPe4bu3mi7HX21xfr+frSj6CEc=").hasSize(44);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nxos_sk_test_", "nxos_sk_test_short", "nxos_sk_prod_0123456789abcdef", "nxos_sk_test_0123456789abcde ", "sk_test_0123456789abcdef"})
    void what_cannot_be_a_key_is_none(String text) {
        assertThat(ApiKeySecret.find(text)).isEmpty();
    }
}
