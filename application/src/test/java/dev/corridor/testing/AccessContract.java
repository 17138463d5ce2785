package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static dev.corridor.testing.Fixtures.aSecret;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.PageRequest;
import dev.corridor.application.access.port.KeyUses.KeyUse;
import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.domain.access.AccessError.ApiKeyNameTaken;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Nonce;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.SignatureFormat;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the register promises, and the ports that read it: keys, credentials, organizations and the records of changes. */
public abstract class AccessContract extends StoreContract {

    private ApiKey key;

    @BeforeEach
    void enrol() {
        organization = anOrganization();
        key = aKeyOf(organization);
        store.registry().enrol(organization, key, List.of(aRecordOf(organization, "organization.created", NOON)));
    }

    @Test
    void a_nonce_is_used_once_and_only_if_it_is_greater_than_all_before() {
        var presented = credentialOf(key);
        var other = credentialOf(aKeyOf(organization));

        assertThat(store.nonces().advance(presented, new Nonce(7))).isTrue();
        assertThat(store.nonces().advance(presented, new Nonce(7))).isFalse();
        assertThat(store.nonces().advance(presented, new Nonce(6))).isFalse();
        assertThat(store.nonces().advance(other, new Nonce(6))).isTrue();
        assertThat(store.nonces().advance(presented, new Nonce(8))).isTrue();
    }

    @Test
    void each_secret_of_a_key_has_a_last_nonce_of_its_own() {
        var greatest = new Nonce((1L << 53) - 3);
        var rotated = key.rotate(aSecret(), Optional.empty(), Duration.ofDays(1), NOON);

        assertThat(store.nonces().advance(credentialOf(key), greatest)).isTrue();
        assertThat(store.nonces().advance(credentialOf(rotated), new Nonce(1))).isTrue();
        assertThat(store.nonces().advance(new Credential(rotated, key.secret().hash(), OrganizationStatus.APPROVED), greatest)).isFalse();
    }

    private static Credential credentialOf(ApiKey key) {
        return new Credential(key, key.secret().hash(), OrganizationStatus.APPROVED);
    }

    @Test
    void a_nonce_that_comes_many_times_at_once_is_used_once() throws Exception {
        Callable<Boolean> once = () -> store.nonces().advance(credentialOf(key), new Nonce(9));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var used = threads.invokeAll(Collections.nCopies(64, once));

            assertThat(used.stream().filter(Future::resultNow)).hasSize(1);
        }
    }

    @Test
    void each_secret_of_a_key_has_what_is_signed_with_it() {
        var terms = new KeyTerms("Signing", Permission.ALL, Tier.ORACLE, List.of(), Optional.empty(), Optional.of(SignatureFormat.CORRIDOR),
                Optional.empty());
        var first = new SealedSecret("first");
        var second = new SealedSecret("second");
        var signing = ApiKey.issue(
                aKeyOf(organization).id(), organization.id(), terms, aSecret(), Optional.of(first), true, NOON);
        decide(open -> open.add(signing));
        var rotated = signing.rotate(aSecret(), Optional.of(second), Duration.ofDays(1), NOON);
        decide(open -> open.replace(rotated, new Operator(), NOON));

        assertThat(store.apiKeys().find(organization.id(), signing.id())).contains(rotated);
        assertThat(store.credentials().find(signing.secret().hash()).flatMap(Credential::signing)).contains(first);
        assertThat(store.credentials().find(rotated.secret().hash()).flatMap(Credential::signing)).contains(second);
        assertThat(store.credentials().find(key.secret().hash()).flatMap(Credential::signing)).isEmpty();
    }

    @Test
    void an_organization_is_enrolled_with_its_first_key_and_its_record() {
        assertThat(store.organizations().find(organization.id())).contains(organization);
        assertThat(store.organizations().find(anOrganization().id())).isEmpty();
        assertThat(store.apiKeys().find(organization.id(), key.id())).contains(key);
        assertThat(store.apiKeys().ownerOf(key.id())).contains(organization.id());
        assertThat(actions(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty()))).containsExactly("organization.created");
    }

    @Test
    void nobody_is_enrolled_with_a_key_that_somebody_has() {
        var rival = anOrganization();
        var sameSecret = new ApiKey(
                new ApiKeyId(rival.id().uuid()),
                rival.id(),
                key.environment(),
                key.terms(),
                key.status(),
                key.secret(),
                key.former(),
                NOON,
                NOON,
                Optional.empty());

        assertThat(store.registry().enrol(rival, sameSecret, List.of())).isFalse();

        assertThat(store.organizations().find(rival.id())).isEmpty();
        assertThat(credentialOf(key.secret().hash()).key()).isEqualTo(key);
    }

    @Test
    void a_key_is_found_by_each_secret_it_ever_had() {
        var second = aSecret();
        var third = aSecret();
        var rotated = key.rotate(second, Optional.empty(), Duration.ofDays(1), NOON).rotate(third, Optional.empty(), Duration.ZERO, NOON);
        decide(open -> open.replace(key.rotate(second, Optional.empty(), Duration.ofDays(1), NOON), new Operator(), NOON));
        decide(open -> open.replace(rotated, new Operator(), NOON));

        for (var hash : List.of(key.secret().hash(), second.hash(), third.hash())) {
            assertThat(credentialOf(hash).key()).isEqualTo(rotated);
            assertThat(credentialOf(hash).hash()).isEqualTo(hash);
            assertThat(credentialOf(hash).client()).isEqualTo(OrganizationStatus.APPROVED);
        }
        assertThat(store.credentials().find("another hash")).isEmpty();
    }

    @Test
    void all_that_is_laid_down_about_a_key_is_kept() {
        var terms = new KeyTerms(
                "Naïve \"quoted\" 汉",
                Set.of(Permission.ACCOUNTS_READ, Permission.API_KEYS_WRITE),
                Tier.PULSE,
                List.of(IpRange.parse("10.0.0.0/8"), IpRange.parse("2001:db8::/32")),
                Optional.of("nexpay"),
                Optional.empty(),
                Optional.of(NOON.plusSeconds(1)));
        var changed = key.change(terms, NOON.plusSeconds(7)).lock(NOON.plusSeconds(8));

        decide(open -> open.replace(changed, new Operator(), NOON));

        assertThat(store.apiKeys().find(organization.id(), key.id())).contains(changed);
        assertThat(credentialOf(key.secret().hash()).key()).isEqualTo(changed);
    }

    @Test
    void a_deleted_key_is_found_by_its_secret_alone() {
        var deleted = key.delete(NOON);
        decide(open -> open.replace(deleted, new Operator(), NOON));

        assertThat(credentialOf(key.secret().hash()).key()).isEqualTo(deleted);
        assertThat(store.apiKeys().ownerOf(key.id())).contains(organization.id());
        assertThat(store.apiKeys().find(organization.id(), key.id())).isEmpty();
        assertThat(store.apiKeys().page(organization.id(), PageRequest.first()).items()).isEmpty();
        decide(open -> assertThat(open.keys().keys()).isEmpty());
    }

    @Test
    void keys_are_listed_newest_first_and_only_to_their_owner() {
        var second = aKeyOf(organization);
        var third = aKeyOf(organization);
        decide(open -> {
            open.add(second);
            open.add(third);
        });

        var first = store.apiKeys().page(organization.id(), new PageRequest<>(2, Optional.empty()));
        assertThat(first.items()).containsExactly(third, second);
        assertThat(first.hasMore()).isTrue();
        assertThat(store.apiKeys().page(organization.id(), new PageRequest<>(2, Optional.of(second.id()))).items()).containsExactly(key);
        assertThat(store.apiKeys().find(anOrganization().id(), key.id())).isEmpty();
    }

    @Test
    void what_a_decision_records_is_kept_as_a_whole() {
        decide(open -> {
            open.record(open.organization().withStatus(OrganizationStatus.CLOSED, NOON).withCryptoPayouts(false, NOON));
            open.record(aRecordOf(organization, "organization.changed", NOON.plusSeconds(1)));
        });

        var expected = organization.withStatus(OrganizationStatus.CLOSED, NOON).withCryptoPayouts(false, NOON);
        assertThat(store.organizations().find(organization.id())).contains(expected);
        assertThat(credentialOf(key.secret().hash()).client()).isEqualTo(OrganizationStatus.CLOSED);
    }

    @Test
    void a_decision_that_refuses_leaves_no_trace() {
        assertThatThrownBy(() -> decide(open -> {
            open.add(aKeyOf(organization));
            open.record(aRecordOf(organization, "api_key.created", NOON));
            throw new BusinessException(new ApiKeyNameTaken("Other"));
        }))
                .isInstanceOf(BusinessException.class);

        assertThat(store.apiKeys().page(organization.id(), PageRequest.first()).items()).containsExactly(key);
        assertThat(actions(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty()))).containsExactly("organization.created");
    }

    @Test
    void nothing_is_decided_about_an_organization_that_does_not_exist() {
        var nobody = anOrganization().id();

        assertThatThrownBy(() -> store.registry().decide(nobody, Optional.empty(), open -> open))
                .isInstanceOfSatisfying(
                        BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(new OrganizationNotFound(nobody)));
    }

    @Test
    void a_named_request_takes_effect_once() {
        var named = new IdempotencyKey(organization.id(), "once", "POST", "/v1/api-keys");
        var added = aKeyOf(organization);
        var once = once(named, NOON);

        store.registry().decide(organization.id(), once, open -> added(open, added));

        assertThatThrownBy(() -> store.registry().decide(organization.id(), once, open -> added(open, aKeyOf(organization))))
                .isInstanceOfSatisfying(AnsweredBefore.class, before -> assertThat(before.remembered().answer()).isEqualTo("done"));
        var later = once(named, NOON.plus(Duration.ofHours(25)));
        store.registry().decide(organization.id(), later, open -> added(open, aKeyOf(organization)));
        assertThat(store.apiKeys().page(organization.id(), PageRequest.first()).items()).hasSize(3);
    }

    @Test
    void a_refusal_of_a_named_request_is_remembered_and_nothing_else_is() {
        var named = new IdempotencyKey(organization.id(), "refused", "POST", "/v1/api-keys");
        var once = once(named, NOON);

        assertThatThrownBy(() -> store.registry().decide(organization.id(), once, open -> {
            open.add(aKeyOf(organization));
            throw new BusinessException(new ApiKeyNameTaken("Other"));
        }))
                .isInstanceOf(BusinessException.class);

        assertThatThrownBy(() -> store.registry().decide(organization.id(), once, open -> "never"))
                .isInstanceOfSatisfying(AnsweredBefore.class, before -> assertThat(before.remembered().answer()).isEqualTo("api_key_name_taken"));
        assertThat(store.apiKeys().page(organization.id(), PageRequest.first()).items()).containsExactly(key);
    }

    @Test
    void records_are_listed_newest_first_as_far_as_they_are_wanted() {
        var second = aRecordOf(organization, "api_key.locked", NOON.plusSeconds(1));
        var third = aRecordOf(organization, "api_key.unlocked", NOON.plusSeconds(2));
        decide(open -> {
            open.record(second);
            open.record(third);
        });

        assertThat(page(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty()))).startsWith(third, second).hasSize(3);
        assertThat(page(new AuditFilter(Optional.of(second.action()), Optional.empty(), Optional.empty()))).containsExactly(second);
        assertThat(page(new AuditFilter(Optional.empty(), Optional.of(second.at()), Optional.of(third.at())))).containsExactly(second);
        assertThat(page(new AuditFilter(Optional.of(new AuditAction("a.b")), Optional.empty(), Optional.empty()))).isEmpty();
    }

    @Test
    void the_last_use_is_the_latest() {
        record(NOON.plusSeconds(60));
        record(NOON);

        assertThat(store.apiKeys().find(organization.id(), key.id()).orElseThrow().lastUsedAt()).contains(NOON.plusSeconds(60));
        decide(open -> open.replace(key.lock(NOON), new Operator(), NOON));
        assertThat(store.apiKeys().find(organization.id(), key.id()).orElseThrow().lastUsedAt()).contains(NOON.plusSeconds(60));
    }

    private void record(Instant at) {
        store.keyUses().record(List.of(new KeyUse(key.id(), organization.id(), at)));
    }

    private static Once<String> once(IdempotencyKey named, Instant receivedAt) {
        return Once.perKey(new Once.Request(named, Fingerprint.of(Map.of(), Map.of()), receivedAt), result -> result, error -> error.code());
    }

    private static String added(OpenRegistry open, ApiKey key) {
        open.add(key);
        return "done";
    }

    private Credential credentialOf(String hash) {
        return store.credentials().find(hash).orElseThrow();
    }

    private List<AuditRecord> page(AuditFilter filter) {
        return store.auditTrail().page(organization.id(), filter, PageRequest.first()).items();
    }

    private List<String> actions(AuditFilter filter) {
        return page(filter).stream().map(record -> record.action().name()).toList();
    }

    private void decide(Consumer<OpenRegistry> decision) {
        store.registry().decide(organization.id(), Optional.empty(), open -> {
            decision.accept(open);
            return open;
        });
    }
}
