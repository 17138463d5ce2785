package dev.corridor.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointIdTest {

    @Test
    void its_text_is_read_back_as_the_same_id() {
        var id = new EndpointId(UUID.fromString("01a227d3-33a8-7298-b8fd-c425448fa6d0"));

        assertThat(id).hasToString("ep_01a227d333a8c425448fa6d0");
        assertThat(EndpointId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ep_", "ep_01a227d333a8c425448fa6d", "ep_01a227d333a8c425448fa6d00", "ep_01A227d333a8c425448fa6d0",
        "key_01a227d333a8c425448fa6d0"})
    void other_texts_are_refused(String text) {
        assertThatThrownBy(() -> EndpointId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
