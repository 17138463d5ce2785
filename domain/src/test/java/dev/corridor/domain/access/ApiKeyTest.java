package dev.corridor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.domain.access.AccessError.ApiKeyLimitReached;
import dev.corridor.domain.access.AccessError.ApiKeyNameTaken;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.LastManagingKey;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final OrganizationId ACME = new OrganizationId(new UUID(0, 1));
    private static final IpAddress HOME = IpAddress.parse("192.0.2.1");

    private static final ApiKeySecret FIRST = new ApiKeySecret("nxos_sk_test_first-first-first");
    private static final ApiKeySecret SECOND = new ApiKeySecret("nxos_sk_test_second-second-se");
    private static final ApiKeySecret THIRD = new ApiKeySecret("nxos_sk_test_third-third-third");

    private final ApiKey key = aKey(1, "Backend", true);

    private static ApiKey aKey(long id, String name, boolean enabled) {
        return ApiKey.issue(new ApiKeyId(new UUID(0, id)), ACME, KeyTerms.unlimited(name, Environment.SANDBOX), FIRST, enabled, NOON);
    }

    private static KeyTerms readOnly(String name) {
        return new KeyTerms(name, Set.of(Permission.API_KEYS_READ), Tier.ORACLE, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Caller admit(ApiKey key, ApiKeySecret secret, Instant now) {
        return new Credential(key, secret.hash(), OrganizationStatus.APPROVED).admit(Environment.SANDBOX, HOME, now);
    }

    private static BusinessError refusal(ThrowingCallable call) {
        return catchThrowableOfType(BusinessException.class, call).error();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, enable, ENABLED", "CREATED, lock, ", "CREATED, unlock, ", "CREATED, delete, DELETED", "CREATED, rotate, CREATED",
        "ENABLED, enable, ", "ENABLED, lock, LOCKED", "ENABLED, unlock, ", "ENABLED, delete, DELETED", "ENABLED, rotate, ENABLED",
        "LOCKED, enable, ", "LOCKED, lock, ", "LOCKED, unlock, ENABLED", "LOCKED, delete, DELETED", "LOCKED, rotate, LOCKED",
        "DELETED, enable, ", "DELETED, lock, ", "DELETED, unlock, ", "DELETED, delete, ", "DELETED, rotate, ", "DELETED, change, ",
        "ENABLED, change, ENABLED"
    })
    void each_state_allows_its_transitions_and_no_other(ApiKeyStatus from, String transition, ApiKeyStatus to) {
        var before = new ApiKey(
                key.id(), ACME, Environment.SANDBOX, key.terms(), from, key.secret(), Optional.empty(), NOON, NOON, Optional.empty());
        UnaryOperator<ApiKey> move = switch (transition) {
            case "enable" -> moved -> moved.enable(NOON);
            case "lock" -> moved -> moved.lock(NOON);
            case "unlock" -> moved -> moved.unlock(NOON);
            case "delete" -> moved -> moved.delete(NOON);
            case "change" -> moved -> moved.change(KeyTerms.unlimited("Other", Environment.SANDBOX), NOON);
            default -> moved -> moved.rotate(SECOND, Optional.empty(), Duration.ZERO, NOON);
        };

        if (to == null) {
            assertThat(refusal(() -> move.apply(before)).code()).isEqualTo("api_key_transition_refused");
        } else {
            assertThat(move.apply(before).status()).isEqualTo(to);
        }
    }

    @Test
    void both_secrets_work_for_the_overlap() {
        var rotated = key.rotate(SECOND, Optional.empty(), Duration.ofHours(1), NOON);

        assertThat(admit(rotated, SECOND, NOON).principal()).isEqualTo(key.id());
        assertThat(admit(rotated, FIRST, NOON.plusSeconds(3599)).principal()).isEqualTo(key.id());
        assertThat(refusal(() -> admit(rotated, FIRST, NOON.plusSeconds(3600))).code()).isEqualTo("api_key_deprecated");
        assertThat(admit(rotated, SECOND, NOON.plusSeconds(3600)).principal()).isEqualTo(key.id());
    }

    @Test
    void no_more_than_two_secrets_ever_work() {
        var twice = key.rotate(SECOND, Optional.empty(), Duration.ofDays(30), NOON).rotate(THIRD, Optional.empty(), Duration.ofDays(1), NOON);

        assertThat(refusal(() -> admit(twice, FIRST, NOON)).code()).isEqualTo("api_key_deprecated");
        assertThat(admit(twice, SECOND, NOON)).isNotNull();
        assertThat(admit(twice, THIRD, NOON)).isNotNull();
    }

    @Test
    void an_overlap_is_bounded() {
        assertThatThrownBy(() -> key.rotate(SECOND, Optional.empty(), Duration.ofDays(30).plusMillis(1), NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key.rotate(SECOND, Optional.empty(), Duration.ofMillis(-1), NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each fault is added to those before it, from the last in precedence to the first: always the newest is told. */
    @Test
    void the_first_fault_in_order_of_precedence_is_told() {
        var terms = key.terms();
        var elsewhere = new KeyTerms(
                terms.name(), terms.permissions(), terms.tier(), List.of(IpRange.parse("10.0.0.0/8")), Optional.empty(), Optional.empty(),
                Optional.empty());
        var expired = new KeyTerms(
                terms.name(), terms.permissions(), terms.tier(), elsewhere.allowedAddresses(), Optional.empty(), Optional.empty(), Optional.of(NOON));
        var strange = key.change(elsewhere, NOON);
        var locked = strange.lock(NOON);
        var waiting = ApiKey.issue(key.id(), ACME, elsewhere, FIRST, false, NOON);
        var late = waiting.change(expired, NOON);
        var deprecated = late.rotate(SECOND, Optional.empty(), Duration.ZERO, NOON);
        var deleted = deprecated.delete(NOON);

        assertThat(codeOf(strange, OrganizationStatus.APPROVED)).isEqualTo("ip_not_allowed");
        assertThat(codeOf(strange, OrganizationStatus.CLOSED)).isEqualTo("client_inactive");
        assertThat(codeOf(strange, OrganizationStatus.NOT_APPROVED)).isEqualTo("ip_not_allowed");
        assertThat(codeOf(locked, OrganizationStatus.CLOSED)).isEqualTo("api_key_locked");
        assertThat(codeOf(waiting, OrganizationStatus.CLOSED)).isEqualTo("api_key_not_enabled");
        assertThat(codeOf(late, OrganizationStatus.CLOSED)).isEqualTo("api_key_expired");
        assertThat(codeOf(deprecated, OrganizationStatus.CLOSED)).isEqualTo("api_key_deprecated");
        assertThat(codeOf(deleted, OrganizationStatus.CLOSED)).isEqualTo("api_key_deleted");
        assertThat(refusal(() -> new Credential(deleted, FIRST.hash(), OrganizationStatus.CLOSED).admit(Environment.LIVE, HOME, NOON)).code())
                .isEqualTo("invalid_api_key");
    }

    private static String codeOf(ApiKey key, OrganizationStatus client) {
        return refusal(() -> new Credential(key, FIRST.hash(), client).admit(Environment.SANDBOX, HOME, NOON)).code();
    }

    @Test
    void nobody_hands_out_more_than_they_have() {
        var reader = new Caller(ACME, key.id(), Environment.SANDBOX, Set.of(Permission.ACCOUNTS_READ), Tier.QUANT, Optional.empty());

        assertThat(refusal(() -> reader.requireAllOf(KeyTerms.unlimited("All", Environment.SANDBOX))).code()).isEqualTo("forbidden");
        assertThat(refusal(() -> reader.require(Tier.PULSE)).message()).isEqualTo("This needs the tier PULSE, you have QUANT.");
        reader.require(Tier.STREAM);
        reader.require(Permission.ACCOUNTS_READ);
    }

    @Test
    void a_name_is_given_once() {
        var ring = new KeyRing(List.of(key));

        assertThat(refusal(() -> ring.add(aKey(2, "Backend", true)))).isEqualTo(new ApiKeyNameTaken("Backend"));
        assertThat(ring.add(aKey(2, "Other", true)).keys()).hasSize(2);
        assertThat(ring.add(aKey(2, "Other", true)).replace(key.delete(NOON), key.id(), NOON).add(aKey(3, "Backend", true)).keys()).hasSize(2);
    }

    @Test
    void there_are_not_too_many() {
        var full = new KeyRing(IntStream.range(0, KeyRing.MAX_KEYS).mapToObj(i -> aKey(i, "Key " + i, true)).toList());

        assertThat(refusal(() -> full.add(aKey(1000, "One more", true)))).isEqualTo(new ApiKeyLimitReached());
    }

    @Test
    void the_last_key_that_can_manage_keys_stays_in_use() {
        var ring = new KeyRing(List.of(key, aKey(2, "Locked", true).lock(NOON), aKey(3, "Reader", true).change(readOnly("Reader"), NOON)));

        Stream.of(key.lock(NOON), key.delete(NOON), key.change(readOnly("Backend"), NOON)).forEach(after -> {
            assertThat(refusal(() -> ring.replace(after, key.id(), NOON))).isEqualTo(new LastManagingKey(key.id()));
            assertThat(ring.replace(after, new Operator(), NOON)).isNotNull();
        });
        assertThat(refusal(() -> ring.key(new ApiKeyId(new UUID(9, 9))))).isEqualTo(new ApiKeyNotFound(new ApiKeyId(new UUID(9, 9))));
    }

    @Test
    void nothing_that_finds_a_key_is_in_its_text() {
        var rotated = key.rotate(SECOND, Optional.empty(), Duration.ofDays(1), NOON);

        assertThat(rotated.toString() + new Credential(rotated, FIRST.hash(), OrganizationStatus.APPROVED))
                .doesNotContain(FIRST.hash(), SECOND.hash(), FIRST.value(), SECOND.value());
    }
}
