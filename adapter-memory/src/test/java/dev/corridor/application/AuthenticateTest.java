package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.AuthenticateFromCache;
import dev.corridor.application.access.AuthenticateService;
import dev.corridor.application.access.RecordKeyUses;
import dev.corridor.application.access.RecordKeyUsesService;
import dev.corridor.application.access.UnknownKeys;
import dev.corridor.application.access.UsedKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.domain.access.AccessError;
import dev.corridor.domain.access.AccessError.ApiKeyLocked;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.MissingNonce;
import dev.corridor.domain.access.AccessError.NonceNotMonotonous;
import dev.corridor.domain.access.AccessError.WrongSignature;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Cell;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.Nonce;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.domain.access.SignatureFormat;
import dev.corridor.domain.access.SignedRequest;
import dev.corridor.domain.access.SigningSecret;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.organization.Environment;
import dev.corridor.memory.InMemoryAllowances;
import dev.corridor.testing.ReadableSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticateTest {

    private static final String KEY = "nxos_sk_test_0123456789abcdef";
    private static final SigningSecret SECRET = new SigningSecret("what both sides know");
    private static final IpAddress HOME = IpAddress.parse("192.0.2.1");

    private final World world = new World();
    private final ReadableSecrets secrets = new ReadableSecrets();
    private final UsedKeys usedKeys = new UsedKeys();
    private final ApiKey key = ApiKey.issue(
            new ApiKeyId(world.ids.next()),
            world.organization.id(),
            KeyTerms.unlimited("Backend", Environment.SANDBOX),
            new ApiKeySecret(KEY),
            true,
            world.clock.instant());
    private final AuthenticateService authenticate = on(world.store.credentials(), Environment.SANDBOX);

    private AuthenticateService on(Credentials credentials, Environment environment) {
        return on(credentials, environment, Optional.empty());
    }

    private AuthenticateService on(Credentials credentials, Environment environment, Optional<RateLimit> unknownKeys) {
        return on(credentials, environment, unknownKeys, Optional.empty());
    }

    private AuthenticateService on(
            Credentials credentials, Environment environment, Optional<RateLimit> unknownKeys, Optional<Cell> cell) {
        var counted = new UnknownKeys(new InMemoryAllowances(world.clock), unknownKeys);
        return new AuthenticateService(credentials, secrets, world.store.nonces(), usedKeys, counted, environment, cell, world.clock);
    }

    private static Authenticate.Command presenting(String text) {
        return new Authenticate.Command(text, HOME);
    }

    private void keep(ApiKey key) {
        world.store.registry().decide(world.organization.id(), Optional.empty(), open -> {
            open.add(key);
            return key;
        });
    }

    @Test
    void a_key_proves_its_organization() {
        keep(key);

        var caller = authenticate.authenticate(presenting(KEY));

        assertThat(caller.organization()).isEqualTo(world.organization.id());
        assertThat(caller.principal()).isEqualTo(key.id());
        assertThat(caller.permissions()).isEqualTo(key.terms().permissions());
    }

    @Test
    void a_key_that_is_unknown_of_the_other_environment_or_no_key_is_invalid() {
        assertRefused(() -> authenticate.authenticate(presenting(KEY)), new InvalidApiKey());
        assertRefused(() -> authenticate.authenticate(presenting("hello")), new InvalidApiKey());

        keep(key);
        var live = on(world.store.credentials(), Environment.LIVE);
        assertRefused(() -> live.authenticate(presenting(KEY)), new InvalidApiKey());
    }

    @Test
    void a_key_of_another_cell_may_be_good_and_is_asked_to_come_again() {
        var astray = ApiKeySecret.generate(Environment.SANDBOX, Optional.of(new Cell("eu1")), new byte[ApiKeySecret.RANDOM_BYTES]).value();
        var elsewhere = on(world.store.credentials(), Environment.SANDBOX, Optional.empty(), Optional.of(new Cell("us1")));
        var remembering = on(
                recalling(new Credentials.Recollection.Absent()), Environment.SANDBOX, Optional.empty(), Optional.of(new Cell("us1")));
        var atHome = on(world.store.credentials(), Environment.SANDBOX, Optional.empty(), Optional.of(new Cell("eu1")));

        assertRefused(() -> elsewhere.authenticate(presenting(astray)), ServiceUnavailable.moving());
        assertRefused(() -> remembering.authenticateAtOnce(presenting(astray)), ServiceUnavailable.moving());
        assertRefused(() -> elsewhere.authenticate(presenting(KEY)), new InvalidApiKey());
        assertRefused(() -> atHome.authenticate(presenting(astray)), new InvalidApiKey());
        assertRefused(() -> authenticate.authenticate(presenting(astray)), new InvalidApiKey());
    }

    /** Whatever it presents, and however the node comes to know that it is unknown. */
    @Test
    void an_address_presents_only_so_many_unknown_keys() {
        keep(key);
        var looking = on(world.store.credentials(), Environment.SANDBOX, Optional.of(RateLimit.perMinute(2)));
        var remembering = on(recalling(new Credentials.Recollection.Absent()), Environment.SANDBOX, Optional.of(RateLimit.perMinute(2)));
        var tooMany = new RateLimitExceeded(Duration.ofSeconds(30));

        assertRefused(() -> looking.authenticate(presenting("hello")), new InvalidApiKey());
        assertRefused(() -> looking.authenticate(presenting("nxos_sk_test_another-another")), new InvalidApiKey());
        assertRefused(() -> looking.authenticate(presenting("hello")), tooMany);
        assertRefused(() -> looking.authenticateAtOnce(presenting("hello")), tooMany);
        assertRefused(() -> looking.authenticate(presenting(KEY)), tooMany);
        assertThat(looking.authenticate(new Authenticate.Command(KEY, IpAddress.parse("192.0.2.2"))).principal()).isEqualTo(key.id());
        world.clock.advance(Duration.ofSeconds(30));
        assertThat(looking.authenticate(presenting(KEY)).principal()).isEqualTo(key.id());

        assertRefused(() -> remembering.authenticateAtOnce(presenting(KEY)), new InvalidApiKey());
        assertRefused(() -> remembering.authenticateAtOnce(presenting(KEY)), new InvalidApiKey());
        assertRefused(() -> remembering.authenticateAtOnce(presenting(KEY)), tooMany);
    }

    @Test
    void nothing_is_said_about_a_key_that_could_not_be_looked_up() {
        Credentials unreachable = hash -> {
            throw new Credentials.Unreachable(new IllegalStateException("planted"));
        };

        assertRefused(() -> on(unreachable, Environment.SANDBOX).authenticate(presenting(KEY)), new AuthenticationFailed());
    }

    @Test
    void what_is_known_is_told_at_once() {
        assertThat(authenticate.authenticateAtOnce(presenting(KEY))).isEmpty();
        var credential = new Credential(key, key.secret().hash(), world.organization.status());

        var caller = on(recalling(new Credentials.Recollection.Known(credential)), Environment.SANDBOX).authenticateAtOnce(presenting(KEY));

        assertThat(caller).hasValueSatisfying(known -> assertThat(known.principal()).isEqualTo(key.id()));
        var absent = on(recalling(new Credentials.Recollection.Absent()), Environment.SANDBOX);
        assertRefused(() -> absent.authenticateAtOnce(presenting(KEY)), new InvalidApiKey());
        assertRefused(() -> authenticate.authenticateAtOnce(presenting("hello")), new InvalidApiKey());
    }

    private ApiKey aSigningKey() {
        var terms = new KeyTerms("Signing", Permission.ALL, Tier.ORACLE, List.of(), Optional.empty(), Optional.of(SignatureFormat.NEXPAY),
                Optional.empty());
        var sealed = secrets.seal(SECRET, key.id());
        return ApiKey.issue(
                key.id(), world.organization.id(), terms, new ApiKeySecret(KEY), Optional.of(sealed), true, world.clock.instant());
    }

    private static Authenticate.Command signed(long nonce, String signature) {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var request = new SignedRequest(new Nonce(nonce), signature, "POST", "/v1/quotes", "", "", false, () -> body);
        return new Authenticate.Command(KEY, Optional.of(request), HOME);
    }

    private static String signature(long nonce) {
        return SECRET.sign(KEY + "&" + nonce + "/v1/quotes?{}");
    }

    @Test
    void a_key_that_demands_signatures_takes_each_signed_request_once() {
        keep(aSigningKey());

        assertRefused(() -> authenticate.authenticate(presenting(KEY)), new MissingNonce());
        assertRefused(() -> authenticate.authenticate(signed(9, signature(8))), new WrongSignature());
        assertThat(authenticate.authenticateAtOnce(signed(8, signature(8)))).isEmpty();
        assertThat(authenticate.authenticate(signed(8, signature(8))).principal()).isEqualTo(key.id());
        assertRefused(() -> authenticate.authenticate(signed(8, signature(8))), new NonceNotMonotonous());
        assertRefused(() -> authenticate.authenticate(signed(7, signature(7))), new NonceNotMonotonous());
        authenticate.authenticate(signed(9, signature(9)));
    }

    @Test
    void the_state_of_a_key_comes_after_what_is_missing_and_before_the_signature() {
        keep(aSigningKey().lock(world.clock.instant()));

        assertRefused(() -> authenticate.authenticate(presenting(KEY)), new MissingNonce());
        assertRefused(() -> authenticate.authenticate(signed(1, "")), new ApiKeyLocked());
    }

    @Test
    void a_signature_that_nothing_was_agreed_on_for_is_wrong() {
        keep(key);

        assertRefused(() -> authenticate.authenticate(signed(1, signature(1))), new WrongSignature());
    }

    private static Credentials recalling(Credentials.Recollection recollection) {
        return new Credentials() {
            @Override
            public Optional<Credential> find(String hash) {
                throw new IllegalStateException("nobody should ask");
            }

            @Override
            public Recollection recall(String hash) {
                return recollection;
            }
        };
    }

    @Test
    void the_errors_are_declared_in_the_order_of_their_precedence() {
        var inOrder = Arrays.asList(AccessError.class.getPermittedSubclasses());

        assertThat(declaredBy(Authenticate.class)).filteredOn(inOrder::contains).isSortedAccordingTo(Comparator.comparingInt(inOrder::indexOf));
        assertThat(declaredBy(AuthenticateFromCache.class)).filteredOn(inOrder::contains)
                .isSortedAccordingTo(Comparator.comparingInt(inOrder::indexOf));
    }

    @Test
    void uses_are_recorded_afterwards_the_first_of_each_key() {
        keep(key);
        var recordKeyUses = new RecordKeyUsesService(usedKeys, world.store.keyUses());
        authenticate.authenticate(presenting(KEY));
        var first = world.clock.instant();
        world.clock.advance(Duration.ofSeconds(5));
        authenticate.authenticate(presenting(KEY));

        assertThat(lastUsedAt()).isEmpty();
        assertThat(recordKeyUses.record(new RecordKeyUses.Command(10))).isEqualTo(1);
        assertThat(lastUsedAt()).contains(first);
        assertThat(recordKeyUses.record(new RecordKeyUses.Command(10))).isZero();
    }

    private Optional<Instant> lastUsedAt() {
        return world.store.apiKeys().find(world.organization.id(), key.id()).orElseThrow().lastUsedAt();
    }
}
