package dev.corridor.http.access;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.RecheckCaller;
import dev.corridor.application.feed.IssueTicket;
import dev.corridor.application.feed.RedeemTicket;
import dev.corridor.application.user.AuthenticateUser;
import dev.corridor.application.user.RecheckUser;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Proof;
import dev.corridor.domain.feed.TicketSecret;
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
    private final RecheckUser recheckUser;
    private final RedeemTicket redeemTicket;
    private final ClientAddress clientAddress;

    AccessRechecks(
            Authenticate authenticate,
            RecheckCaller readmitCaller,
            AuthenticateUser authenticateUser,
            RecheckUser recheckUser,
            RedeemTicket redeemTicket,
            ClientAddress clientAddress) {
        this.authenticate = authenticate;
        this.readmitCaller = readmitCaller;
        this.authenticateUser = authenticateUser;
        this.recheckUser = recheckUser;
        this.redeemTicket = redeemTicket;
        this.clientAddress = clientAddress;
    }

    /** For a request that the filter has authenticated. */
    public AccessRecheck of(HttpRequest<?> request) {
        return request.getAttribute(AccessRecheck.class.getName(), AccessRecheck.class).orElseGet(() -> {
            var credential = PresentedKey.credentialOf(request);
            var from = clientAddress.of(request);
            return new AccessRecheck(CallerBinder.callerOf(request), from, again(credential, from));
        });
    }

    /** Authenticates a key or a ticket that no filter has seen. A ticket cannot be presented again, so the request keeps what it was. */
    public AccessRecheck admit(String keyOrTicket, HttpRequest<?> request) {
        var from = clientAddress.of(request);
        if (!TicketSecret.isMeantBy(keyOrTicket)) {
            var caller = authenticate.authenticate(new Authenticate.Command(keyOrTicket, from));
            return new AccessRecheck(caller, from, again(keyOrTicket, from));
        }
        var again = again(redeemTicket.redeem(new RedeemTicket.Command(keyOrTicket, from)), from);
        var recheck = new AccessRecheck(again.get(), from, again);
        request.setAttribute(AccessRecheck.class.getName(), recheck);
        return recheck;
    }

    /** A ticket for the credential of a request that the filter has authenticated. */
    public IssueTicket.Command ticketFor(HttpRequest<?> request) {
        return new IssueTicket.Command(
                CallerBinder.callerOf(request), PresentedKey.credentialOf(request), clientAddress.of(request));
    }

    private Supplier<Caller> again(String credential, IpAddress from) {
        if (BearerToken.isToken(credential)) {
            var command = new AuthenticateUser.Command(credential);
            return () -> authenticateUser.authenticate(command);
        }
        var hash = ApiKeySecret.find(credential).orElseThrow(() -> new BusinessException(new InvalidApiKey())).hash();
        return again(new Proof.OfKey(hash), from);
    }

    private Supplier<Caller> again(Proof proof, IpAddress from) {
        return switch (proof) {
            case Proof.OfKey(var hash) -> {
                var command = new RecheckCaller.Command(hash, from);
                yield () -> readmitCaller.readmit(command);
            }
            case Proof.OfUser(var token) -> {
                var command = new RecheckUser.Command(token);
                yield () -> recheckUser.readmit(command);
            }
        };
    }
}
