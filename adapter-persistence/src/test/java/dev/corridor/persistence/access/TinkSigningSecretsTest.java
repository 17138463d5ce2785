package dev.corridor.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.SealedSecret;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TinkSigningSecretsTest {

    private static final ApiKeyId KEY = new ApiKeyId(new UUID(1, 2));

    private final TinkSigningSecrets secrets = secretsUnder("0");

    private static TinkSigningSecrets secretsUnder(String digit) {
        return new TinkSigningSecrets(new MasterKey(digit.repeat(64)), byte[]::new);
    }

    @Test
    void what_was_sealed_is_opened_as_it_was_and_cannot_be_read_before() {
        var secret = secrets.newSecret();
        var sealed = secrets.seal(secret, KEY);

        assertThat(sealed.value()).doesNotContain(secret.value());
        assertThat(secrets.seal(secret, KEY)).isNotEqualTo(sealed);
        assertThat(secretsUnder("0").open(sealed, KEY)).isEqualTo(secret);
    }

    @Test
    void it_opens_for_no_other_key_under_no_other_master_key_and_not_if_it_was_touched() {
        var sealed = secrets.seal(secrets.newSecret(), KEY);
        var touched = new SealedSecret((sealed.value().charAt(0) == 'A' ? "B" : "A") + sealed.value().substring(1));

        assertThatIllegalStateException().isThrownBy(() -> secrets.open(sealed, new ApiKeyId(new UUID(1, 3))));
        assertThatIllegalStateException().isThrownBy(() -> secretsUnder("1").open(sealed, KEY));
        assertThatIllegalStateException().isThrownBy(() -> secrets.open(touched, KEY));
    }

    @Test
    void nobody_reads_the_master_key_in_a_log() {
        assertThat(new MasterKey("a".repeat(64)).toString()).doesNotContain("aa");
    }
}
