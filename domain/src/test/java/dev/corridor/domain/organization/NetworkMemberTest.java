package dev.corridor.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkMemberTest {

    private static final NetworkMember ABSENT = NetworkMember.absent(new OrganizationId(UUID.randomUUID()));
    private static final NetworkHandle ACME = new NetworkHandle("acme");

    @ParameterizedTest
    @ValueSource(strings = {"abc", "acme", "acme-trading", "a-1-b", "007", "12345678901234567890123456789012"})
    void lower_case_letters_digits_and_single_hyphens_inside_are_a_handle(String text) {
        assertThat(new NetworkHandle(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Acme", "-acme", "acme-", "ac--me", "acme corp", "acm\u00e9", "123456789012345678901234567890123"})
    void anything_else_is_none(String text) {
        assertThat(NetworkHandle.isHandle(text)).isFalse();
        assertThatThrownBy(() -> new NetworkHandle(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void taking_part_needs_a_handle() {
        assertThatThrownBy(() -> ABSENT.change(Optional.of(true), Optional.empty(), Optional.empty()))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("handle is required");
        assertThatThrownBy(ABSENT::requireEnabled).hasMessageContaining("not enabled");

        var member = ABSENT.change(Optional.of(true), Optional.of(ACME), Optional.empty());

        assertThat(member.requireEnabled()).isEqualTo(ACME);
    }

    @Test
    void what_is_not_given_stays() {
        var member = ABSENT.change(Optional.of(true), Optional.of(ACME), Optional.of(true));

        var left = member.change(Optional.of(false), Optional.empty(), Optional.empty());

        assertThat(left).isEqualTo(new NetworkMember(ABSENT.organization(), false, Optional.of(ACME), true));
        assertThatThrownBy(left::requireEnabled).isInstanceOf(BusinessException.class);
    }
}
