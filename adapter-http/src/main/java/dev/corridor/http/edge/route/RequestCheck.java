package dev.corridor.http.edge.route;

import dev.corridor.domain.access.AccessError;
import dev.corridor.domain.access.LimitError;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.organization.OrganizationError;
import dev.corridor.domain.user.UserError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The checks before a use case runs, in order of precedence: the first failure is reported. Defines the order of the {@link Check}s, the codes in
 * OpenAPI, and the table of docs/order-of-checks.md.
 */
public enum RequestCheck {
    MAINTENANCE(Credential.ANY, "there is no maintenance", "AuthenticationCheck", ServiceUnavailable.class),
    CREDENTIAL(
            Credential.ANY,
            "a credential is there: `Authorization: Bearer <key or token>`, else `X-API-Key: <key>`",
            "AuthenticationCheck",
            AccessError.MissingApiKey.class),
    SIGNATURE_HEADERS(
            Credential.KEY,
            "where one of them is there, `X-NONCE` and `X-Signature` both are, and the nonce is a number",
            "SignatureHeaders",
            AccessError.MissingNonce.class,
            AccessError.MissingSignature.class,
            AccessError.InvalidNonce.class),
    FEW_UNKNOWN_KEYS(
            Credential.KEY,
            "the node remembers the key, or its address has not presented too many unknown ones",
            "UnknownKeys",
            LimitError.RateLimitExceeded.class),
    KNOWN_KEY(
            Credential.KEY,
            "it has the form and the checksum of a key of this environment, and belongs to an organization",
            "AuthenticateService",
            AccessError.InvalidApiKey.class),
    GENUINE_TOKEN(Credential.TOKEN, "this service has signed it, for a user that exists", "AuthenticateUserService", UserError.InvalidToken.class),
    TOKEN_TYPE(Credential.TOKEN, "it is an access token", "Token.require", UserError.InvalidTokenType.class),
    TOKEN_LIFETIME(Credential.TOKEN, "it has not expired", "Token.require", UserError.TokenExpired.class),
    STORE(
            Credential.ANY,
            "the store of keys and sessions answers",
            "AuthenticateService",
            AccessError.AuthenticationFailed.class),
    TOKEN_REVOCATION(Credential.TOKEN, "its session was not ended", "PresentedSession.admit", UserError.TokenRevoked.class),
    DEMANDED_SIGNATURE(Credential.KEY, "the request is signed if the key demands it", "AuthenticateService", AccessError.MissingNonce.class),
    KEY_DELETION(Credential.KEY, "the key is not deleted", "Credential.admit", AccessError.ApiKeyDeleted.class),
    KEY_ROTATION(Credential.KEY, "the secret has not been rotated out", "Credential.admit", AccessError.ApiKeyDeprecated.class),
    KEY_LIFETIME(Credential.KEY, "the key has not expired", "Credential.admit", AccessError.ApiKeyExpired.class),
    KEY_ENABLED(Credential.KEY, "it has been enabled", "Credential.admit", AccessError.ApiKeyNotEnabled.class),
    KEY_LOCK(Credential.KEY, "it is not locked", "Credential.admit", AccessError.ApiKeyLocked.class),
    ORGANIZATION(Credential.ANY, "the organization is approved", "Credential.admit", AccessError.ClientInactive.class),
    ADDRESS(Credential.KEY, "the key may be used from this address", "Credential.admit", AccessError.IpNotAllowed.class),
    SIGNATURE(Credential.KEY, "the signature is that of the request", "AuthenticateService", AccessError.WrongSignature.class),
    NONCE(Credential.KEY, "the nonce is greater than all before with this secret", "AuthenticateService", AccessError.NonceNotMonotonous.class),
    LIMITS(
            Credential.ANY,
            "the caller's tier, the route and the month's quota have one request left",
            "LimitCheck",
            LimitError.RateLimitExceeded.class,
            LimitError.QuotaExhausted.class),
    ON_BEHALF_OF(
            Credential.ANY,
            "`Nxos-On-Behalf-Of` is the caller's own organization, or one that has authorized it, for an operation that may be authorized",
            "PermissionCheck",
            InvalidRequest.class,
            Forbidden.class,
            OrganizationError.AuthorizationRequired.class),
    PERMISSION(
            Credential.ANY,
            "the key has the permission that the operation needs, and the tier",
            "PermissionCheck",
            Forbidden.class,
            AccessError.TierInsufficient.class),
    ROUTE(Credential.ANY, "there is such a route", "ErrorRoutes.missRoute", NotFound.class),
    QUERY(Credential.ANY, "the route reads each query parameter that is given", "QueryCheck", InvalidRequest.class),
    SANDBOX_TRIGGER(
            Credential.ANY,
            "no failure is asked for with `Corridor-Sandbox-Trigger`: it would be answered, or `invalid_request` if the request cannot fail so",
            "TriggerCheck",
            InvalidRequest.class),
    WHOLE_BODY(Credential.ANY, "the whole body has come, and is UTF-8", "WholeBody", InvalidRequest.class),
    BODY(Credential.ANY, "the body can be read", "JsonRequestReader", InvalidRequest.class),
    FIELDS(Credential.ANY, "its fields are right", "JsonRequestReader", ValidationError.class, AssetNotSupported.class);

    /** The order of what works around all checks, also on what they refuse. */
    public static final int AROUND = -1;

    /** The requests to which a check applies. */
    public enum Credential {
        ANY,
        /** Only with a key. */
        KEY,
        /** Only with a user's access token. */
        TOKEN
    }

    private final Credential credential;
    private final String condition;
    private final String place;
    private final List<Class<? extends BusinessError>> refusals;

    @SafeVarargs
    @SuppressWarnings("varargs") // List.of only copies the array.
    RequestCheck(Credential credential, String condition, String place, Class<? extends BusinessError>... refusals) {
        this.credential = credential;
        this.condition = condition;
        this.place = place;
        this.refusals = List.of(refusals);
    }

    /** The checks of all operations that are not public. */
    public static Set<RequestCheck> ofCallers() {
        return EnumSet.range(CREDENTIAL, PERMISSION);
    }

    public Credential credential() {
        return credential;
    }

    /** The condition, in Markdown. */
    public String condition() {
        return condition;
    }

    /** The checking class, optionally with the method. */
    public String place() {
        return place;
    }

    public List<Class<? extends BusinessError>> refusals() {
        return refusals;
    }
}
