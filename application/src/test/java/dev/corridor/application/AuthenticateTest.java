package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.AuthenticateService;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.organization.Environment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticateTest {

    private static final String KEY = "nxos_sk_test_0123456789abcdef";

    private final World world = new World();
    private final ApiKey key =
            ApiKey.issue(new ApiKeyId(world.ids.next()), world.organization.id(), new ApiKeySecret(KEY), world.clock.instant());
    private final Authenticate authenticate = new AuthenticateService(world.store.apiKeys(), Environment.SANDBOX);

    @Test
    void a_key_proves_its_organization() {
        world.store.apiKeys().add(key);

        var caller = authenticate.authenticate(new Authenticate.Command(KEY));

        assertThat(caller.organization()).isEqualTo(world.organization.id());
        assertThat(caller.key()).isEqualTo(key.id());
    }

    @Test
    void a_key_that_is_unknown_revoked_of_the_other_environment_or_no_key_is_invalid() {
        assertRefused(() -> authenticate.authenticate(new Authenticate.Command(KEY)), new InvalidApiKey());
        assertRefused(() -> authenticate.authenticate(new Authenticate.Command("hello")), new InvalidApiKey());

        world.store.apiKeys().add(new ApiKey(key.id(), key.organization(), key.environment(), key.hash(), true, key.createdAt()));
        assertRefused(() -> authenticate.authenticate(new Authenticate.Command(KEY)), new InvalidApiKey());

        var live = new AuthenticateService(world.store.apiKeys(), Environment.LIVE);
        assertRefused(() -> live.authenticate(new Authenticate.Command(KEY)), new InvalidApiKey());
    }

    @Test
    void nothing_is_said_about_a_key_that_could_not_be_looked_up() {
        var unreachable = new ApiKeys() {
            @Override
            public Optional<ApiKey> findByHash(String hash) {
                throw new Unreachable(new IllegalStateException("planted"));
            }

            @Override
            public boolean add(ApiKey key) {
                throw new Unreachable(new IllegalStateException("planted"));
            }
        };

        assertRefused(
                () -> new AuthenticateService(unreachable, Environment.SANDBOX).authenticate(new Authenticate.Command(KEY)),
                new AuthenticationFailed());
        assertThat(declaredBy(Authenticate.class)).containsExactly(InvalidApiKey.class, AuthenticationFailed.class);
    }
}
