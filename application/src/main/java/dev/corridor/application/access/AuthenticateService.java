package dev.corridor.application.access;

import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.domain.access.AccessError;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

public final class AuthenticateService implements Authenticate {

    private static final Logger LOG = System.getLogger(AuthenticateService.class.getName());

    private final ApiKeys keys;
    private final Environment environment;

    public AuthenticateService(ApiKeys keys, Environment environment) {
        this.keys = keys;
        this.environment = environment;
    }

    @Override
    public Caller authenticate(Command command) {
        return ApiKeySecret.find(command.presentedKey())
                .filter(secret -> secret.environment() == environment)
                .flatMap(this::stored)
                .filter(key -> !key.revoked())
                .map(key -> new Caller(key.organization(), key.id(), key.environment()))
                .orElseThrow(() -> new BusinessException(new InvalidApiKey()));
    }

    private Optional<ApiKey> stored(ApiKeySecret secret) {
        try {
            return keys.findByHash(secret.hash());
        } catch (ApiKeys.Unreachable e) {
            LOG.log(Level.ERROR, "The key store cannot be reached", e);
            AccessError failed = new AuthenticationFailed();
            throw new BusinessException(failed);
        }
    }
}
