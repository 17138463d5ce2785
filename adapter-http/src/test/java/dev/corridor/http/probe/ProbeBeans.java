package dev.corridor.http.probe;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.AuthenticateFromCache;
import dev.corridor.application.access.CountRequest;
import dev.corridor.application.access.FindKeyDialect;
import dev.corridor.application.access.RecheckCaller;
import dev.corridor.application.feed.RedeemTicket;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.application.maintenance.RequireService;
import dev.corridor.application.organization.ActForCustomer;
import dev.corridor.application.user.AuthenticateUser;
import dev.corridor.application.user.AuthenticateUserFromCache;
import dev.corridor.application.user.RecheckUser;
import dev.corridor.domain.access.AccessError;
import dev.corridor.domain.access.AccessError.ApiKeyLocked;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.AuthorizationRequired;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.http.access.TrustedProxies;
import dev.corridor.http.edge.connection.AllowedOrigins;
import dev.corridor.http.edge.connection.Deadlines;
import dev.corridor.http.edge.dialect.DialectSettings;
import dev.corridor.http.edge.dialect.RefusalMeter;
import dev.corridor.http.edge.error.Outage;
import dev.corridor.http.edge.idempotency.ReplayMeter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What {@code service} will provide. */
@Factory
class ProbeBeans {

    static final String DEADLINE_MILLIS = "probe.deadline-millis";
    /** By which names requests were counted. */
    static final List<String> COUNTED = new CopyOnWriteArrayList<>();

    static final String ORIGIN = "probe.origin";
    static final String GOOD_KEY = "nxos_sk_test_0123456789abcdef";
    static final String KEY_OF_AN_UNREACHABLE_STORE = "nxos_sk_test_unreachable";
    static final String KEY_THAT_SPEAKS_TICKDB = "nxos_sk_test_that_speaks_tickdb";
    static final String LOCKED_KEY_THAT_SPEAKS_TICKDB = "nxos_sk_test_locked_and_tickdb";
    static final String GOOD_TOKEN = "good.user.token";
    static final String GOOD_TOKEN_KNOWN_AT_ONCE = "known.at.once";
    static final String GOOD_KEY_KNOWN_AT_ONCE = "nxos_sk_test_known_at_once";
    static final String KEY_WITHOUT_PERMISSIONS = "nxos_sk_test_no_permissions";
    static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(1, 2));
    static final Organization CUSTOMER = Organization.founded(
            new OrganizationId(new UUID(3, 4)), "Initech", OrganizationStatus.APPROVED, true, Optional.of(ORGANIZATION), Instant.EPOCH);

    @Singleton
    AssetCatalogue assets() {
        return AssetCatalogue.STANDARD;
    }

    @Singleton
    DialectSettings dialects() {
        return DialectSettings.STANDARD;
    }

    /** As an operator would set them; a test of theirs is in a hurry. */
    @Singleton
    Deadlines deadlines(@Property(name = DEADLINE_MILLIS, defaultValue = "0") int millis) {
        var all = Duration.ofMillis(millis);
        return millis == 0 ? Deadlines.STANDARD : new Deadlines(all, all, all.multipliedBy(4));
    }

    @Singleton
    AllowedOrigins allowedOrigins(@Property(name = ORIGIN, defaultValue = "") String origin) {
        return origin.isEmpty() ? AllowedOrigins.NONE : new AllowedOrigins(List.of(origin));
    }

    @Singleton
    TrustedProxies trustedProxies() {
        return new TrustedProxies(List.of(IpRange.parse("127.0.0.0/8"), IpRange.parse("10.0.0.0/8")));
    }

    @Singleton
    RefusalMeter refusalMeter() {
        return (code, dialect) -> {};
    }

    @Singleton
    ReplayMeter replayMeter() {
        return () -> {};
    }

    /** Nothing here has a database. */
    @Singleton
    Outage outage() {
        return failure -> false;
    }

    /** Nothing is known at once but one key, so both ways are taken. */
    @Singleton
    AuthenticateFromCache authenticateAtOnce() {
        return command -> switch (command.presentedKey()) {
            case GOOD_KEY_KNOWN_AT_ONCE -> Optional.of(caller(Permission.ALL, ""));
            case KEY_WITHOUT_PERMISSIONS -> Optional.of(caller(Set.of(), ""));
            default -> Optional.empty();
        };
    }

    /** Only what has dots comes here; one token is known at once, and one after a look-up. */
    @Singleton
    AuthenticateUserFromCache authenticateUserAtOnce() {
        return command -> switch (command.presentedToken()) {
            case GOOD_TOKEN_KNOWN_AT_ONCE -> Optional.of(caller(Permission.ALL, ""));
            case GOOD_TOKEN -> Optional.empty();
            default -> throw new BusinessException(new InvalidToken());
        };
    }

    @Singleton
    AuthenticateUser authenticateUser() {
        return command -> caller(Permission.ALL, "");
    }

    @Singleton
    RecheckCaller recheckCaller() {
        return command -> caller(Permission.ALL, "");
    }

    @Singleton
    RecheckUser recheckUser() {
        return command -> caller(Permission.ALL, "");
    }

    /** There are none here. */
    @Singleton
    RedeemTicket redeemTicket() {
        return command -> {
            throw new BusinessException(new InvalidToken());
        };
    }

    private static Caller caller(Set<Permission> permissions, String dialect) {
        var chosen = Optional.of(dialect).filter(name -> !name.isEmpty());
        return new Caller(ORGANIZATION, new ApiKeyId(new UUID(3, 4)), Environment.SANDBOX, permissions, Tier.ORACLE, chosen);
    }

    @Singleton
    Authenticate authenticate() {
        return command -> switch (command.presentedKey()) {
            case GOOD_KEY -> caller(Permission.ALL, "");
            case KEY_THAT_SPEAKS_TICKDB -> caller(Permission.ALL, "tickdb");
            case LOCKED_KEY_THAT_SPEAKS_TICKDB -> throw refusal(new ApiKeyLocked());
            case KEY_OF_AN_UNREACHABLE_STORE -> throw refusal(new AuthenticationFailed());
            default -> throw refusal(new InvalidApiKey());
        };
    }

    /** Everybody is served. */
    @Singleton
    RequireService requireService() {
        return () -> {};
    }

    @Singleton
    FindKeyDialect recallDialect() {
        return command -> Optional.of("tickdb").filter(name -> command.presentedKey().equals(LOCKED_KEY_THAT_SPEAKS_TICKDB));
    }

    /** Every key may act for one customer. */
    @Singleton
    ActForCustomer actForCustomer() {
        return command -> {
            if (!command.customer().equals(CUSTOMER.id())) {
                throw new BusinessException(new AuthorizationRequired(command.customer()));
            }
            return command.caller().onBehalfOf(CUSTOMER);
        };
    }

    /** Nobody is limited. */
    @Singleton
    CountRequest countRequest() {
        return new CountRequest() {
            @Override
            public Usage count(Command command) {
                COUNTED.add(command.route());
                return new Usage(List.of(), Optional.empty());
            }

            @Override
            public boolean mayWait(Command command) {
                return false;
            }
        };
    }

    @Singleton
    RememberRefusal rememberRefusal() {
        return command -> {};
    }

    private static BusinessException refusal(AccessError error) {
        return new BusinessException(error);
    }
}
