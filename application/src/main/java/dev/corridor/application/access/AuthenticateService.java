package dev.corridor.application.access;

import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.Credentials.Recollection;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;

public final class AuthenticateService implements Authenticate, AuthenticateAtOnce {

    private static final Logger LOG = System.getLogger(AuthenticateService.class.getName());

    private final Credentials credentials;
    private final UsedKeys usedKeys;
    private final Environment environment;
    private final InstantSource clock;

    public AuthenticateService(Credentials credentials, UsedKeys usedKeys, Environment environment, InstantSource clock) {
        this.credentials = credentials;
        this.usedKeys = usedKeys;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Caller authenticate(Command command) {
        var credential = find(hashOf(command)).orElseThrow(AuthenticateService::invalid);
        return admit(credential, command.from());
    }

    @Override
    public Optional<Caller> authenticateAtOnce(Command command) {
        return switch (credentials.recall(hashOf(command))) {
            case Recollection.Known known -> Optional.of(admit(known.credential(), command.from()));
            case Recollection.Absent absent -> throw invalid();
            case Recollection.Unknown unknown -> Optional.empty();
        };
    }

    private String hashOf(Command command) {
        return ApiKeySecret.find(command.presentedKey())
                .filter(secret -> secret.environment() == environment)
                .orElseThrow(AuthenticateService::invalid)
                .hash();
    }

    private Caller admit(Credential credential, IpAddress from) {
        var now = clock.instant();
        var caller = credential.admit(environment, from, now);
        usedKeys.note(credential.key(), now);
        return caller;
    }

    private Optional<Credential> find(String hash) {
        try {
            return credentials.find(hash);
        } catch (Credentials.Unreachable e) {
            LOG.log(Level.ERROR, "The key store cannot be reached", e);
            throw new BusinessException(new AuthenticationFailed());
        }
    }

    private static BusinessException invalid() {
        return new BusinessException(new InvalidApiKey());
    }
}
