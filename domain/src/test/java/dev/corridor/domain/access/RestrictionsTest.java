package dev.corridor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A key hands out no more than it has: every kind of key against every kind that it could make. */
class RestrictionsTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final ApiKeySecret SECRET = new ApiKeySecret("nxos_sk_test_first-first-first");
    private static final OrganizationId ACME = new OrganizationId(new UUID(0, 1));

    private static final List<List<IpRange>> ADDRESSES = List.of(
            List.of(),
            ranges("0.0.0.0/0"),
            ranges("10.0.0.0/8"),
            ranges("10.1.0.0/16"),
            ranges("10.1.2.3"),
            ranges("192.0.2.0/24"),
            ranges("192.0.2.0/24", "10.1.0.0/16"),
            ranges("2001:db8::/32"));

    /** Told apart by these, no two of the lists above let the same addresses in. */
    private static final List<IpAddress> PROBES = Stream.of("8.8.8.8", "10.2.0.0", "10.1.9.9", "10.1.2.3", "192.0.2.1", "2001:db8::1", "2001:db9::1")
            .map(IpAddress::parse).toList();

    private static final List<Optional<Instant>> ENDS = List.of(Optional.empty(), Optional.of(NOON.plusSeconds(1)),
            Optional.of(NOON.plusSeconds(60)));

    /** What a request may carry, from nothing to the signature that covers the most. */
    private static final List<Optional<SignatureFormat>> SIGNATURES = List.of(Optional.empty(), Optional.of(SignatureFormat.NEXPAY),
            Optional.of(SignatureFormat.CORRIDOR));

    private static List<IpRange> ranges(String... texts) {
        return Arrays.stream(texts).map(IpRange::parse).toList();
    }

    private static List<KeyTerms> everyKind() {
        var kinds = new ArrayList<KeyTerms>();
        for (var permissions : List.of(Set.of(Permission.API_KEYS_WRITE), Set.of(Permission.API_KEYS_WRITE, Permission.QUOTES_WRITE))) {
            for (var tier : List.of(Tier.STREAM, Tier.ORACLE)) {
                for (var addresses : ADDRESSES) {
                    for (var signature : SIGNATURES) {
                        for (var end : ENDS) {
                            kinds.add(new KeyTerms("Key", permissions, tier, addresses, Optional.empty(), signature, end));
                        }
                    }
                }
            }
        }
        return kinds;
    }

    /** Every request that the key admits, by each of the things that a request is judged by. */
    private record Power(Set<Permission> permissions, List<Tier> tiers, List<IpAddress> addresses, List<Optional<SignatureFormat>> signatures,
            List<Instant> times) {

        static Power of(KeyTerms terms) {
            return new Power(
                    terms.permissions(),
                    Stream.of(Tier.values()).filter(terms.tier()::includes).toList(),
                    PROBES.stream().filter(terms::allow).toList(),
                    SIGNATURES.subList(SIGNATURES.indexOf(terms.signature()), SIGNATURES.size()),
                    Stream.of(0, 1, 60).map(NOON::plusSeconds).filter(at -> !terms.isExpiredAt(at)).toList());
        }

        boolean includes(Power other) {
            return permissions.containsAll(other.permissions)
                    && tiers.containsAll(other.tiers)
                    && addresses.containsAll(other.addresses)
                    && signatures.containsAll(other.signatures)
                    && times.containsAll(other.times);
        }
    }

    private static Caller callerWith(KeyTerms terms) {
        var signing = terms.signature().map(format -> new SealedSecret("sealed"));
        var key = ApiKey.issue(new ApiKeyId(new UUID(0, 1)), ACME, terms, SECRET, signing, true, NOON);
        var from = PROBES.stream().filter(terms::allow).findFirst().orElseThrow();
        return new Credential(key, SECRET.hash(), OrganizationStatus.APPROVED).admit(Environment.SANDBOX, from, NOON);
    }

    private static boolean mayMake(Caller maker, KeyTerms made) {
        try {
            maker.requireAllOf(made);
            return true;
        } catch (BusinessException refusal) {
            assertThat(refusal.error().code()).isIn("forbidden", "tier_insufficient");
            return false;
        }
    }

    @TestFactory
    Stream<DynamicTest> a_key_makes_a_key_if_and_only_if_each_request_that_it_admits_is_its_own() {
        return everyKind().stream().map(maker -> DynamicTest.dynamicTest(maker.toString(), () -> {
            var caller = callerWith(maker);
            var power = Power.of(maker);

            assertThat(everyKind())
                    .allSatisfy(made -> assertThat(mayMake(caller, made)).as("makes %s", made).isEqualTo(power.includes(Power.of(made))));
        }));
    }

    @Test
    void a_user_and_the_operator_are_bound_by_nothing() {
        var operator = Operator.actingFor(ACME, Environment.SANDBOX);

        assertThat(everyKind()).allSatisfy(made -> assertThat(mayMake(operator, made)).isTrue());
    }
}
