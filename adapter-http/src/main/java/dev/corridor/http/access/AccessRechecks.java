package dev.corridor.http.access;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.RecheckCaller;
import dev.corridor.application.user.AuthenticateUser;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.http.edge.route.CallerBinder;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Repeats the authentication of WebSockets, which outlive their request. */
@Singleton
public final class AccessRechecks {

    private final Authenticate authenticate;
    private final RecheckCaller readmitCaller;
    private final AuthenticateUser authenticateUser;
    private final ClientAddress clientAddress;

    AccessRechecks(Authenticate authenticate, RecheckCaller readmitCaller, AuthenticateUser authenticateUser, ClientAddress clientAddress) {
        this.authenticate = authenticate;
        this.readmitCaller = readmitCaller;
        this.authenticateUser = authenticateUser;
        this.clientAddress = clientAddress;
    }

    /** For a request that the filter has authenticated. */
    public AccessRecheck of(HttpRequest<?> request) {
        var from = clientAddress.of(request);
        var caller = CallerBinder.callerOf(request);
        var token = BearerToken.of(request).filter(BearerToken::isToken);
        if (token.isPresent()) {
            var command = new AuthenticateUser.Command(token.get());
            return new AccessRecheck(caller, from, () -> authenticateUser.authenticate(command));
        }
        return new AccessRecheck(caller, from, again(BearerToken.of(request).orElseGet(() -> PresentedKey.of(request)), from));
    }

    /** Authenticates a key that no filter has seen. */
    public AccessRecheck admit(String key, HttpRequest<?> request) {
        var from = clientAddress.of(request);
        Caller caller = authenticate.authenticate(new Authenticate.Command(key, from));
        return new AccessRecheck(caller, from, again(key, from));
    }

    private Supplier<Caller> again(String key, IpAddress from) {
        var hash = ApiKeySecret.find(key).orElseThrow(() -> new BusinessException(new InvalidApiKey())).hash();
        var command = new RecheckCaller.Command(hash, from);
        return () -> readmitCaller.readmit(command);
    }
}
