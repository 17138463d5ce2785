package dev.corridor.http.edge.problem;

import static dev.corridor.http.edge.problem.SandboxWay.onDemand;

import dev.corridor.domain.access.AccessError;
import dev.corridor.domain.access.LimitError;
import dev.corridor.domain.account.AccountError;
import dev.corridor.domain.beneficiary.BeneficiaryError;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Declaration;
import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.IdempotencyError;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.fee.FeeError;
import dev.corridor.domain.feed.FeedError;
import dev.corridor.domain.market.MarketError;
import dev.corridor.domain.organization.OrganizationError;
import dev.corridor.domain.quote.ConversionError;
import dev.corridor.domain.quote.QuoteError;
import dev.corridor.domain.reference.ReferenceError;
import dev.corridor.domain.transaction.TransactionError;
import dev.corridor.domain.user.UserError;
import dev.corridor.domain.webhook.WebhookError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All error codes: the record that declares each, and how to provoke it in the sandbox. Each contract has an exhaustive switch over them,
 * so a code without a place in some contract does not compile.
 */
public enum ErrorCode {
    MISSING_API_KEY(AccessError.MissingApiKey.class, "Send any request without a key."),
    MISSING_NONCE(AccessError.MissingNonce.class, "Use a key made with `\"signed\":true` without a signature."),
    MISSING_SIGNATURE(AccessError.MissingSignature.class, "Send `X-NONCE` without `X-Signature`."),
    INVALID_NONCE(AccessError.InvalidNonce.class, "Send `X-NONCE: -1` and any `X-Signature`."),
    INVALID_API_KEY(AccessError.InvalidApiKey.class, "Use the key `nxos_sk_test_nobody-has-this-key`."),
    AUTHENTICATION_FAILED(AccessError.AuthenticationFailed.class, onDemand("Any request with a test key.")),
    INVALID_TOKEN(UserError.InvalidToken.class, "Use `a.b.c` as the token."),
    INVALID_TOKEN_TYPE(UserError.InvalidTokenType.class, "Use a refresh token as the access token."),
    TOKEN_EXPIRED(UserError.TokenExpired.class, onDemand("Any request with an access token or a test key.")),
    TOKEN_REVOKED(UserError.TokenRevoked.class, "Use an access token after `POST /v1/auth/logout`."),
    ACCOUNT_LOCKED(UserError.AccountLocked.class, "Log in six times with a wrong password."),
    INVALID_CREDENTIALS(UserError.InvalidCredentials.class, "Log in with a wrong password."),
    API_KEY_DELETED(AccessError.ApiKeyDeleted.class, "Use a key that you have deleted."),
    API_KEY_DEPRECATED(AccessError.ApiKeyDeprecated.class, "Rotate a key with `\"overlap\":\"PT0S\"` and use the older secret."),
    API_KEY_EXPIRED(AccessError.ApiKeyExpired.class, "Make a key with `expiresAt` a second ahead, and use it after that."),
    API_KEY_NOT_ENABLED(AccessError.ApiKeyNotEnabled.class, "Use a key made with `\"enabled\":false`."),
    API_KEY_LOCKED(AccessError.ApiKeyLocked.class, "Use a key that you have locked."),
    CLIENT_INACTIVE(
            AccessError.ClientInactive.class,
            "Make an organization at `/v1/sandbox/organizations`, give it the status `CLOSED`, and use its key."),
    IP_NOT_ALLOWED(AccessError.IpNotAllowed.class, "Use a key made with `allowedAddresses` that are not yours, such as `192.0.2.0/24`."),
    WRONG_SIGNATURE(AccessError.WrongSignature.class, "Send `X-NONCE: 1` and `X-Signature: 00`."),
    NONCE_NOT_MONOTONOUS(AccessError.NonceNotMonotonous.class, "Send a signed request twice."),
    FORBIDDEN(Forbidden.class, "Ask for a quote with a key that has the permission `quotes:read` only."),
    TIER_INSUFFICIENT(AccessError.TierInsufficient.class, "With a key of the tier `QUANT`, make one of the tier `PULSE`."),
    RATE_LIMIT_EXCEEDED(LimitError.RateLimitExceeded.class, onDemand("Any request with a test key.")),
    QUOTA_EXHAUSTED(LimitError.QuotaExhausted.class, onDemand("Any request with a test key.")),
    AUTHORIZATION_REQUIRED(
            OrganizationError.AuthorizationRequired.class, "Send `Nxos-On-Behalf-Of` with the id of an organization that has not authorized you."),
    ORGANIZATION_NOT_FOUND(OrganizationError.OrganizationNotFound.class, "Read `/v1/organizations/` and an unknown id."),
    ACCOUNT_NOT_FOUND(AccountError.AccountNotFound.class, "Read `/v1/accounts/` and an unknown id."),
    BENEFICIARY_NOT_FOUND(BeneficiaryError.BeneficiaryNotFound.class, "Pay a beneficiary with an unknown id."),
    QUOTE_NOT_FOUND(QuoteError.QuoteNotFound.class, "Read `/v1/quotes/` and an unknown id."),
    API_KEY_NOT_FOUND(AccessError.ApiKeyNotFound.class, "Read `/v1/api-keys/` and an unknown id."),
    AUTHORIZATION_NOT_FOUND(
            OrganizationError.AuthorizationNotFound.class, "Revoke an authorization of your organization at `/v1/authorizations/revoke` twice."),
    NOT_FOUND(NotFound.class, "Read `/v1/nowhere`."),
    SYMBOL_NOT_FOUND(MarketError.SymbolNotFound.class, "Read `/v1/market/ticker?symbol=NONE`."),
    QUOTE_ALREADY_USED(QuoteError.QuoteAlreadyUsed.class, "Execute a quote twice."),
    QUOTE_EXPIRED(QuoteError.QuoteExpired.class, onDemand("The execution of any quote.")),
    PRICE_MOVED(ConversionError.PriceMoved.class, onDemand("Any conversion at `/v1/transactions/conversions`; the prices told are made up.")),
    BENEFICIARY_ALREADY_ARCHIVED(BeneficiaryError.BeneficiaryAlreadyArchived.class, "Pay a beneficiary that you have archived, or archive it again."),
    FEE_SCHEDULE_DRIFTED(
            FeeError.FeeScheduleDrifted.class,
            "Pay out with `\"expectedFeeSchedule\":{\"fixed\":\"0.01\",\"bps\":1}`, which is not the fee."),
    PAYOUT_NOT_WAITING(TransactionError.PayoutNotWaiting.class, "Approve a deposit."),
    PAYOUT_TOO_LARGE(TransactionError.PayoutTooLarge.class, onDemand("Any payout with a test key; the details are made up.")),
    BENEFICIARY_COOLING_OFF(TransactionError.BeneficiaryCoolingOff.class, onDemand("Any payout with a test key; the details are made up.")),
    PAYOUT_REFUSED_BY_SCREENING(TransactionError.PayoutRefusedByScreening.class, "Pay a beneficiary whose name ends in `Sanctioned`."),
    PAYOUT_LIMIT_EXCEEDED(TransactionError.PayoutLimitExceeded.class, onDemand("Any payout with a test key; the details are made up.")),
    REFERENCE_TAKEN(ReferenceError.ReferenceTaken.class, "Open two accounts with the same `reference`."),
    TRANSACTION_ALREADY_REVERSED(TransactionError.TransactionAlreadyReversed.class, "Reverse a trade twice."),
    TRANSACTION_NOT_REVERSIBLE(TransactionError.TransactionNotReversible.class, "Reverse a deposit."),
    API_KEY_TRANSITION_REFUSED(AccessError.ApiKeyTransitionRefused.class, "Unlock a key that is not locked."),
    LAST_MANAGING_KEY(AccessError.LastManagingKey.class, "Delete the only key with the permission `api-keys:write`."),
    API_KEY_NAME_TAKEN(AccessError.ApiKeyNameTaken.class, "Make two keys of the same name."),
    API_KEY_LIMIT_REACHED(AccessError.ApiKeyLimitReached.class, "Make more than 100 keys."),
    WEBHOOK_ENDPOINT_LIMIT_REACHED(WebhookError.WebhookEndpointLimitReached.class, "Make more than 50 webhook endpoints."),
    SESSION_NOT_FOUND(UserError.SessionNotFound.class, "End `/v1/auth/sessions/` and an unknown id, with an access token."),
    EMAIL_TAKEN(UserError.EmailTaken.class, "Register the same e-mail address twice."),
    SHARE_TOKEN_INVALID(
            OrganizationError.ShareTokenInvalid.class, "Import the same `shareToken` twice at `/v1/organizations/verification/import`."),
    IDEMPOTENCY_REQUEST_IN_FLIGHT(
            IdempotencyError.IdempotencyRequestInFlight.class,
            onDemand("Any request with a test key that is named with an `Idempotency-Key`.")),
    IDEMPOTENCY_KEY_IN_USE(IdempotencyError.IdempotencyKeyInUse.class, "Send two requests of different content with the same `Idempotency-Key`."),
    CONNECTION_NOT_FOUND(FeedError.ConnectionNotFound.class, "Close `/v1/connections/` and an unknown id."),
    CONNECTION_LIMIT_EXCEEDED(FeedError.ConnectionLimitExceeded.class, "Open two WebSockets with a key of the tier `STREAM`."),
    INVALID_MESSAGE_FORMAT(FeedError.InvalidMessageFormat.class, "Send `{` on a WebSocket."),
    UNKNOWN_COMMAND(FeedError.UnknownCommand.class, "Send `{\"cmd\":\"dance\"}` on a WebSocket."),
    CHANNEL_UNAVAILABLE(FeedError.ChannelUnavailable.class, "Subscribe to a channel that the operator has left out of `CORRIDOR_FEED_CHANNELS`."),
    SUBSCRIPTION_LIMIT_EXCEEDED(FeedError.SubscriptionLimitExceeded.class, "Subscribe to more than five things with a key of the tier `STREAM`."),
    RESUME_POINT_LOST(FeedError.ResumePointLost.class, "Subscribe to `transactions` with `\"from\":9007199254740991` on a WebSocket."),
    INSUFFICIENT_FUNDS(AccountError.InsufficientFunds.class, "Pay out more than the account has."),
    VALIDATION_ERROR(ValidationError.class, "Ask for a quote with the `fromAmount` \"0\"."),
    ASSET_NOT_SUPPORTED(AssetNotSupported.class, "Ask for a quote from `USD` to `XYZ`."),
    MISSING_PARAMETER(MissingParameter.class, "Read `/v1/market/ticker`."),
    LIMIT_EXCEEDED(LimitExceeded.class, "Read `/v1/symbols/available?limit=1001`."),
    INVALID_TIME_RANGE(MarketError.InvalidTimeRange.class, "Read `/v1/market/kline?symbol=EURUSD&interval=1m&start_time=2&end_time=1`."),
    SLIPPAGE_EXCEEDS_MAXIMUM(ConversionError.SlippageExceedsMaximum.class, "Convert with a `slippageBps` of 1001."),
    INVALID_REQUEST(InvalidRequest.class, "Ask for a quote with the body `{`."),
    SCREENING_UNAVAILABLE(TransactionError.ScreeningUnavailable.class, "Pay a beneficiary whose name ends in `Screening Down`."),
    CHAIN_SEND_FAILED(
            TransactionError.ChainSendFailed.class,
            "Pay `0x0000000000000000000000000000000000000502`, or for an outcome that is `unknown` `0x0000000000000000000000000000000000000504`."),
    DATA_SOURCE_UNAVAILABLE(MarketError.DataSourceUnavailable.class, onDemand("Any request with a test key.")),
    SERVICE_UNAVAILABLE(ServiceUnavailable.class, onDemand("Any request with a test key.")),
    INTERNAL_ERROR(InternalError.class, onDemand("Any request with a test key."));

    public static final String HEADER = "Corridor-Code";

    private static final String PAGES = "/errors/";

    private static final Map<Class<?>, ErrorCode> BY_ERROR = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(code -> code.error, Function.identity()));

    private final Class<? extends Record> error;
    private final Declaration declaration;
    private final int status;
    private final List<Detail> details;
    private final SandboxWay sandboxWay;

    ErrorCode(Class<? extends Record> error, String sandboxWay) {
        this(error, SandboxWay.byRequest(sandboxWay));
    }

    ErrorCode(Class<? extends Record> error, SandboxWay sandboxWay) {
        this.error = error;
        this.declaration = Declaration.of(error);
        this.status = statusOf(declaration.kind());
        this.details = Detail.of(error);
        this.sandboxWay = sandboxWay;
    }

    public static Optional<ErrorCode> find(String text) {
        return Arrays.stream(values()).filter(code -> code.toString().equals(text)).findAny();
    }

    public static ErrorCode of(BusinessError error) {
        return of(error.getClass());
    }

    public static ErrorCode of(Class<? extends BusinessError> error) {
        var code = BY_ERROR.get(error);
        if (code == null) {
            throw new IllegalArgumentException("the catalogue lacks " + error.getName());
        }
        return code;
    }

    /** The record that declares it. */
    public Class<? extends Record> error() {
        return error;
    }

    public Declaration declaration() {
        return declaration;
    }

    public ErrorKind kind() {
        return declaration.kind();
    }

    /** The HTTP status unless an error contract specifies another. */
    public int status() {
        return status;
    }

    /** The path of its page on this server. */
    public String page() {
        return PAGES + this;
    }

    public List<Detail> details() {
        return details;
    }

    public SandboxWay sandboxWay() {
        return sandboxWay;
    }

    /** The stable code on the wire. */
    @Override
    public String toString() {
        return declaration.code();
    }

    private static int statusOf(ErrorKind kind) {
        return switch (kind) {
            case INVALID, UNFUNDED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case LOCKED -> 423;
            case LIMITED -> 429;
            case INTERNAL -> 500;
            case UPSTREAM -> 502;
            case UNAVAILABLE -> 503;
        };
    }
}
