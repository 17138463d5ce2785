package dev.corridor.http.edge.problem;

import static dev.corridor.http.edge.problem.DetailType.AMOUNT;
import static dev.corridor.http.edge.problem.DetailType.FIELDS;
import static dev.corridor.http.edge.problem.DetailType.ID;
import static dev.corridor.http.edge.problem.DetailType.NUMBER;
import static dev.corridor.http.edge.problem.DetailType.RATE;
import static dev.corridor.http.edge.problem.DetailType.TEXT;
import static dev.corridor.http.edge.problem.DetailType.TIMESTAMP;
import static dev.corridor.http.edge.problem.DetailType.WORD;
import static dev.corridor.http.edge.problem.DetailType.WORDS;
import static dev.corridor.http.edge.problem.Entry.fault;
import static dev.corridor.http.edge.problem.Entry.refusal;
import static dev.corridor.http.edge.problem.Outcome.APPLIED;
import static dev.corridor.http.edge.problem.Outcome.NOT_APPLIED;
import static dev.corridor.http.edge.problem.Outcome.UNKNOWN;
import static dev.corridor.http.edge.problem.Retry.AFTER;
import static dev.corridor.http.edge.problem.Retry.NEVER;
import static dev.corridor.http.edge.problem.Retry.NEW_REQUEST;
import static dev.corridor.http.edge.problem.Retry.SAME_REQUEST;

import dev.corridor.domain.access.AccessError.ApiKeyDeleted;
import dev.corridor.domain.access.AccessError.ApiKeyDeprecated;
import dev.corridor.domain.access.AccessError.ApiKeyExpired;
import dev.corridor.domain.access.AccessError.ApiKeyLimitReached;
import dev.corridor.domain.access.AccessError.ApiKeyLocked;
import dev.corridor.domain.access.AccessError.ApiKeyNameTaken;
import dev.corridor.domain.access.AccessError.ApiKeyNotEnabled;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.ApiKeyTransitionRefused;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.IpNotAllowed;
import dev.corridor.domain.access.AccessError.LastManagingKey;
import dev.corridor.domain.access.AccessError.InvalidNonce;
import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.access.AccessError.MissingNonce;
import dev.corridor.domain.access.AccessError.MissingSignature;
import dev.corridor.domain.access.AccessError.NonceNotMonotonous;
import dev.corridor.domain.access.AccessError.WrongSignature;
import dev.corridor.domain.access.AccessError.TierInsufficient;
import dev.corridor.domain.access.LimitError.QuotaExhausted;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.error.IdempotencyError.IdempotencyRequestInFlight;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.Temporary;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.feed.FeedError.ChannelUnavailable;
import dev.corridor.domain.feed.FeedError.ConnectionLimitExceeded;
import dev.corridor.domain.feed.FeedError.ConnectionNotFound;
import dev.corridor.domain.feed.FeedError.InvalidMessageFormat;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import dev.corridor.domain.feed.FeedError.SubscriptionLimitExceeded;
import dev.corridor.domain.feed.FeedError.UnknownCommand;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.market.MarketError.InvalidTimeRange;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.ConversionError.SlippageExceedsMaximum;
import dev.corridor.domain.quote.QuoteError.QuoteAlreadyUsed;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionError.TransactionAlreadyReversed;
import dev.corridor.domain.transaction.TransactionError.TransactionNotReversible;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.EmailTaken;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;
import dev.corridor.http.edge.wire.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue: every code that Corridor answers, what it means, what became of the request and what the client should do. It is the only
 * source; the reference, the pages and the description of the API are made from it, and each dialect says in an exhaustive switch how it
 * tells each of them, so that a code without a place in some dialect does not compile.
 */
public enum ErrorCode {
    MISSING_API_KEY(refusal(MissingApiKey.class, Category.UNAUTHENTICATED)
            .means("The API key is missing", "No API key came with the request.")
            .advises("Send the key.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    MISSING_NONCE(refusal(MissingNonce.class, Category.UNAUTHENTICATED)
            .means("The nonce is missing", "The key demands signed requests, and no nonce came with this one.")
            .advises("Send a number that grows with each request, such as the time in milliseconds, in `X-NONCE`, and sign the request.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    MISSING_SIGNATURE(refusal(MissingSignature.class, Category.UNAUTHENTICATED)
            .means("The signature is missing", "A nonce came with the request, and no signature.")
            .advises("Sign the request and send the signature in `X-Signature`.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    INVALID_NONCE(refusal(InvalidNonce.class, Category.UNAUTHENTICATED)
            .means("The nonce is invalid", "The nonce is not a whole number below 2^53 - 2.")
            .advises("Send a number that grows with each request, such as the time in milliseconds.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    INVALID_API_KEY(refusal(InvalidApiKey.class, Category.UNAUTHENTICATED)
            .means("The API key is invalid", "The key is unknown, revoked, or of the other environment.")
            .advises("Use another key.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    AUTHENTICATION_FAILED(refusal(AuthenticationFailed.class, Category.UNAUTHENTICATED)
            .means("The API key could not be checked", "The key could not be checked because of a fault of ours; it may be perfectly good.")
            .advises("Send the request again.")
            .leaves(NOT_APPLIED, SAME_REQUEST)),
    INVALID_TOKEN(refusal(InvalidToken.class, Category.UNAUTHENTICATED)
            .means("The token is invalid", "The token is not one that this service has signed.")
            .advises("Log in.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    INVALID_TOKEN_TYPE(refusal(InvalidTokenType.class, Category.UNAUTHENTICATED)
            .means("The token is of the wrong type", "A refresh token came where an access token is wanted, or the other way round.")
            .advises("Send the other one.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    TOKEN_EXPIRED(refusal(TokenExpired.class, Category.UNAUTHENTICATED)
            .means("The token has expired", "The token was good, and its time is over.")
            .advises("Get another access token with the refresh token; log in if that one has expired too.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    TOKEN_REVOKED(refusal(TokenRevoked.class, Category.UNAUTHENTICATED)
            .means("The token has been revoked", "The token was given back by a logout.")
            .advises("Log in.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    ACCOUNT_LOCKED(refusal(AccountLocked.class, Category.LOCKED)
            .means("The account is locked", "There were five wrong passwords in a row. Until the lock is over no password is looked at.")
            .advises("Log in after `lockedUntil`.")
            .leaves(NOT_APPLIED, SAME_REQUEST)
            .tells("lockedUntil", TIMESTAMP, error -> Timestamp.format(error.lockedUntil()))),
    INVALID_CREDENTIALS(refusal(InvalidCredentials.class, Category.UNAUTHENTICATED)
            .means("The login is wrong", "Nobody has this e-mail address, or the password is wrong.")
            .advises("Mend the e-mail address or the password.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    API_KEY_DELETED(refusal(ApiKeyDeleted.class, Category.UNAUTHENTICATED)
            .means("The API key is deleted", "The key has been deleted.")
            .advises("Use another key.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    API_KEY_DEPRECATED(refusal(ApiKeyDeprecated.class, Category.UNAUTHENTICATED)
            .means("The API key is out of date", "The key has a newer secret, and the time in which both worked is over.")
            .advises("Use the newer secret.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    API_KEY_EXPIRED(refusal(ApiKeyExpired.class, Category.UNAUTHENTICATED)
            .means("The API key has expired", "The key has come to its end.")
            .advises("Use another key.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    API_KEY_NOT_ENABLED(refusal(ApiKeyNotEnabled.class, Category.FORBIDDEN)
            .means("The API key is not enabled", "The key was made, and has not been enabled yet.")
            .advises("Enable it, with another key.")
            .leaves(NOT_APPLIED, SAME_REQUEST)),
    API_KEY_LOCKED(refusal(ApiKeyLocked.class, Category.FORBIDDEN)
            .means("The API key is locked", "The key is locked.")
            .advises("Unlock it, with another key.")
            .leaves(NOT_APPLIED, SAME_REQUEST)),
    CLIENT_INACTIVE(refusal(ClientInactive.class, Category.FORBIDDEN)
            .means("The organization is not active", "The organization is not approved yet, or is closed.")
            .advises("Ask the operator.")
            .leaves(NOT_APPLIED, NEVER)),
    IP_NOT_ALLOWED(refusal(IpNotAllowed.class, Category.FORBIDDEN)
            .means("The address is not allowed", "The key may not be used from this address.")
            .advises("Use it from elsewhere, or change its addresses.")
            .leaves(NOT_APPLIED, NEVER)),
    WRONG_SIGNATURE(refusal(WrongSignature.class, Category.UNAUTHENTICATED)
            .means("The signature is wrong", "The signature is not that of this request, or the key takes none.")
            .advises("Sign exactly what is sent, with the signing secret of the key.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    NONCE_NOT_MONOTONOUS(refusal(NonceNotMonotonous.class, Category.UNAUTHENTICATED)
            .means("The nonce is not monotonous", "A request with this nonce, or a greater one, has come before.")
            .advises("Sign the request again, with a greater nonce.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    FORBIDDEN(refusal(Forbidden.class, Category.FORBIDDEN)
            .means("Not allowed", "The key, the account or the organization may not do this.")
            .advises("Read the message; ask the operator.")
            .leaves(NOT_APPLIED, NEVER)
            .tells("reason", TEXT, Forbidden::reason)),
    TIER_INSUFFICIENT(refusal(TierInsufficient.class, Category.FORBIDDEN)
            .means("The tier is too low", "This needs a higher tier than the caller has.")
            .advises("Use a key of that tier.")
            .leaves(NOT_APPLIED, NEVER)
            .tells("required", WORD, text(TierInsufficient::required))
            .tells("current", WORD, text(TierInsufficient::current))),
    RATE_LIMIT_EXCEEDED(refusal(RateLimitExceeded.class, Category.LIMITED)
            .means("Too many requests", "There were too many requests for now.")
            .advises("Send the request again after `Retry-After` seconds.")
            .leaves(NOT_APPLIED, AFTER)
            .passesWithin(60)
            .tells("retryAfter", NUMBER, Temporary::retryAfterSeconds)),
    QUOTA_EXHAUSTED(refusal(QuotaExhausted.class, Category.LIMITED)
            .means("The quota is used up", "The requests of this month are used up.")
            .advises("Send the request again after `Retry-After` seconds, or use a key of a higher tier.")
            .leaves(NOT_APPLIED, AFTER)
            .passesWithin(31 * 24 * 60 * 60)
            .tells("resetAt", TIMESTAMP, error -> Timestamp.format(error.resetAt()))
            .tells("retryAfter", NUMBER, Temporary::retryAfterSeconds)),
    ORGANIZATION_NOT_FOUND(refusal(OrganizationNotFound.class, Category.NOT_FOUND)
            .means("Organization not found", "There is no such organization, or it is not yours.")
            .advises("Mend the id.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("organization", ID, text(OrganizationNotFound::organization))),
    ACCOUNT_NOT_FOUND(refusal(AccountNotFound.class, Category.NOT_FOUND)
            .means("Account not found", "There is no such account, or it is not yours.")
            .advises("Mend the id.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("account", ID, text(AccountNotFound::account))),
    BENEFICIARY_NOT_FOUND(refusal(BeneficiaryNotFound.class, Category.NOT_FOUND)
            .means("Beneficiary not found", "There is no such beneficiary on the account that the request names.")
            .advises("Mend the ids.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("beneficiary", ID, text(BeneficiaryNotFound::beneficiary))),
    QUOTE_NOT_FOUND(refusal(QuoteNotFound.class, Category.NOT_FOUND)
            .means("Quote not found", "There is no such quote, or it is not yours.")
            .advises("Mend the id.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("quote", ID, text(QuoteNotFound::quote))),
    API_KEY_NOT_FOUND(refusal(ApiKeyNotFound.class, Category.NOT_FOUND)
            .means("API key not found", "There is no such key, it is not yours, or it is deleted.")
            .advises("Mend the id.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("key", ID, text(ApiKeyNotFound::key))),
    NOT_FOUND(refusal(NotFound.class, Category.NOT_FOUND)
            .means("Not found", "There is no such route, transaction or other thing that has no code of its own.")
            .advises("Mend the id, the path or the method.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("subject", TEXT, NotFound::subject)),
    SYMBOL_NOT_FOUND(refusal(SymbolNotFound.class, Category.NOT_FOUND)
            .means("Symbol not found", "There is no such pair of assets.")
            .advises("Use one of those that `supported` lists.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("symbol", TEXT, SymbolNotFound::symbol)
            .tells("supported", WORDS, SymbolNotFound::supported)),
    QUOTE_ALREADY_USED(refusal(QuoteAlreadyUsed.class, Category.CONFLICT)
            .means("The quote has been executed", "The quote has become a trade already.")
            .advises("Look the trade up in the transactions.")
            .leaves(APPLIED, NEVER)
            .tells("quote", ID, text(QuoteAlreadyUsed::quote))
            .tells("executedAt", TIMESTAMP, error -> Timestamp.format(error.executedAt()))),
    QUOTE_EXPIRED(refusal(QuoteExpired.class, Category.CONFLICT)
            .means("The quote has expired", "The quote was not executed while it was valid.")
            .advises("Ask for a new quote.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("quote", ID, text(QuoteExpired::quote))
            .tells("expiredAt", TIMESTAMP, error -> Timestamp.format(error.expiredAt()))),
    PRICE_MOVED(refusal(PriceMoved.class, Category.CONFLICT)
            .means("The price has moved", "Since the request came the price has moved against the client by more than the slippage allowed.")
            .advises("Look at the price, and send the request again under a new idempotency key.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("expected", RATE, error -> error.expected().decimal())
            .tells("actual", RATE, error -> error.actual().decimal())
            .tells("slippageBps", NUMBER, PriceMoved::slippageBps)),
    BENEFICIARY_ALREADY_ARCHIVED(refusal(BeneficiaryAlreadyArchived.class, Category.CONFLICT)
            .means("The beneficiary is archived", "The beneficiary is out of use. A second archiving is told that it has happened (`applied`).")
            .advises("To pay it, register it again.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("beneficiary", ID, text(BeneficiaryAlreadyArchived::beneficiary))),
    TRANSACTION_NOT_REVERSIBLE(refusal(TransactionNotReversible.class, Category.CONFLICT)
            .means("The transaction cannot be reversed", "Only a COMPLETED trade or payout can be reversed.")
            .advises("Settle or decline it first, or leave it.")
            .leaves(NOT_APPLIED, NEVER)
            .tells("transaction", ID, text(TransactionNotReversible::transaction))
            .tells("type", WORD, text(TransactionNotReversible::type))
            .tells("status", WORD, text(TransactionNotReversible::status))),
    TRANSACTION_ALREADY_REVERSED(refusal(TransactionAlreadyReversed.class, Category.CONFLICT)
            .means("The transaction has been reversed", "Another transaction has reversed it already; the message names it.")
            .advises("Look that one up.")
            .leaves(APPLIED, NEVER)
            .tells("transaction", ID, text(TransactionAlreadyReversed::transaction))
            .tells("reversedBy", ID, text(TransactionAlreadyReversed::reversedBy))),
    API_KEY_TRANSITION_REFUSED(refusal(ApiKeyTransitionRefused.class, Category.CONFLICT)
            .means("The API key is in another state", "The state of the key does not allow it.")
            .advises("Read the key.")
            .leaves(NOT_APPLIED, NEVER)
            .tells("key", ID, text(ApiKeyTransitionRefused::key))
            .tells("status", WORD, text(ApiKeyTransitionRefused::status))
            .tells("transition", TEXT, ApiKeyTransitionRefused::transition)),
    LAST_MANAGING_KEY(refusal(LastManagingKey.class, Category.CONFLICT)
            .means("The last key that manages keys", "Without this key nobody could manage the keys of the organization.")
            .advises("Make another key with `api-keys:write` first.")
            .leaves(NOT_APPLIED, SAME_REQUEST)
            .tells("key", ID, text(LastManagingKey::key))),
    API_KEY_NAME_TAKEN(refusal(ApiKeyNameTaken.class, Category.CONFLICT)
            .means("The name is taken", "Another key of the organization has this name.")
            .advises("Choose another name.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("name", TEXT, ApiKeyNameTaken::name)),
    API_KEY_LIMIT_REACHED(refusal(ApiKeyLimitReached.class, Category.CONFLICT)
            .means("Too many API keys", "The organization has 100 keys already.")
            .advises("Delete one first.")
            .leaves(NOT_APPLIED, SAME_REQUEST)),
    EMAIL_TAKEN(refusal(EmailTaken.class, Category.CONFLICT)
            .means("The e-mail address is taken", "A user with this e-mail address is registered already.")
            .advises("Log in, or register with another address.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    IDEMPOTENCY_REQUEST_IN_FLIGHT(refusal(IdempotencyRequestInFlight.class, Category.CONFLICT)
            .means("The first request is in flight", "The first request with this key has not been answered yet.")
            .advises("Send the request again a little later, to read its answer.")
            .leaves(UNKNOWN, AFTER)
            .passesWithin(1)),
    IDEMPOTENCY_KEY_IN_USE(refusal(IdempotencyKeyInUse.class, Category.CONFLICT)
            .means("The idempotency key is in use", "Another request was named with this key; the message names the first field that differs.")
            .advises("Use a new key.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("field", TEXT, IdempotencyKeyInUse::field)),
    CONNECTION_NOT_FOUND(refusal(ConnectionNotFound.class, Category.NOT_FOUND)
            .means("No such connection", "Your organization has no such connection open.")
            .advises("List the connections.")
            .leaves(NOT_APPLIED, NEVER)
            .tells("connection", ID, text(ConnectionNotFound::connection))),
    CONNECTION_LIMIT_EXCEEDED(refusal(ConnectionLimitExceeded.class, Category.LIMITED)
            .means("Too many connections", "The key or the user has as many WebSockets open as its tier allows.")
            .advises("Close one: `GET /v1/connections` lists them, `DELETE /v1/connections/{id}` closes one.")
            .leaves(NOT_APPLIED, SAME_REQUEST)
            .tells("limit", NUMBER, ConnectionLimitExceeded::limit)),
    INVALID_MESSAGE_FORMAT(refusal(InvalidMessageFormat.class, Category.INVALID)
            .means("The message cannot be read", "A message on a WebSocket is not the JSON that its command wants.")
            .advises("Mend the message.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("reason", TEXT, InvalidMessageFormat::reason)),
    UNKNOWN_COMMAND(refusal(UnknownCommand.class, Category.INVALID)
            .means("There is no such command", "A message on a WebSocket has a command that is not known there.")
            .advises("Send `subscribe`, `unsubscribe` or `ping`.")
            .leaves(NOT_APPLIED, NEW_REQUEST)),
    CHANNEL_UNAVAILABLE(refusal(ChannelUnavailable.class, Category.UNAVAILABLE)
            .means("The channel is switched off", "The operator has switched the channel off on WebSockets.")
            .advises("Ask for the same over HTTP.")
            .leaves(NOT_APPLIED, SAME_REQUEST)
            .tells("channel", TEXT, text(ChannelUnavailable::channel))),
    SUBSCRIPTION_LIMIT_EXCEEDED(refusal(SubscriptionLimitExceeded.class, Category.LIMITED)
            .means("Too many subscriptions", "The key or the user has as many subscriptions as its tier allows, over all connections.")
            .advises("Unsubscribe from something first.")
            .leaves(NOT_APPLIED, SAME_REQUEST)
            .tells("limit", NUMBER, SubscriptionLimitExceeded::limit)),
    RESUME_POINT_LOST(refusal(ResumePointLost.class, Category.CONFLICT)
            .means("The sequence is too old", "What came after that sequence is not kept any more, or the sequence was never told.")
            .advises("Subscribe without `from`, and read the present state over HTTP.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("from", NUMBER, ResumePointLost::from)),
    INSUFFICIENT_FUNDS(refusal(InsufficientFunds.class, Category.UNFUNDED)
            .means("Insufficient funds", "The account does not have enough.")
            .advises("Fund the account, and send the request again under a new idempotency key.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("account", ID, text(InsufficientFunds::account))
            .tells("required", AMOUNT, error -> error.required().decimal())
            .tells("available", AMOUNT, error -> error.available().decimal())
            .tells("asset", WORD, error -> error.required().asset().code())),
    VALIDATION_ERROR(refusal(ValidationError.class, Category.INVALID)
            .means("Fields of the body are wrong", "Fields of the body are wrong; the message names each of them.")
            .advises("Mend the fields.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("faults", FIELDS, ValidationError::faults)),
    ASSET_NOT_SUPPORTED(refusal(AssetNotSupported.class, Category.INVALID)
            .means("The asset is not supported", "Nothing is wrong with the request but that it names assets that are not dealt in there.")
            .advises("Use one of those that `supported` lists.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("asset", TEXT, AssetNotSupported::asset)
            .tells("supported", WORDS, AssetNotSupported::supported)
            .tells("faults", FIELDS, AssetNotSupported::faults)),
    MISSING_PARAMETER(refusal(MissingParameter.class, Category.INVALID)
            .means("A parameter is missing", "A parameter of the query that is required is not there.")
            .advises("Send the parameter.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("field", TEXT, MissingParameter::field)),
    LIMIT_EXCEEDED(refusal(LimitExceeded.class, Category.INVALID)
            .means("Too much at once", "More is asked for at once than is given at once.")
            .advises("Ask for less, and for the rest after it.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("field", TEXT, LimitExceeded::field)
            .tells("maximum", NUMBER, LimitExceeded::maximum)),
    INVALID_TIME_RANGE(refusal(InvalidTimeRange.class, Category.INVALID)
            .means("The time range is invalid", "The time cannot be read, begins after its end, or is too long.")
            .advises("Mend `start_time` and `end_time`.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("reason", TEXT, InvalidTimeRange::reason)),
    SLIPPAGE_EXCEEDS_MAXIMUM(refusal(SlippageExceedsMaximum.class, Category.INVALID)
            .means("The slippage is too large", "The request allows more slippage than a conversion may have.")
            .advises("Allow less.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("requested", NUMBER, SlippageExceedsMaximum::requested)
            .tells("maximum", NUMBER, SlippageExceedsMaximum::maximum)),
    INVALID_REQUEST(refusal(InvalidRequest.class, Category.INVALID)
            .means("The request is invalid", "The request cannot be read, or contradicts what is known.")
            .advises("Mend the request.")
            .leaves(NOT_APPLIED, NEW_REQUEST)
            .tells("reason", TEXT, InvalidRequest::reason)),
    CHAIN_SEND_FAILED(refusal(ChainSendFailed.class, Category.UPSTREAM)
            .means(
                    "The blockchain did not take the payout",
                    "The blockchain refused the payout: it is DECLINED and the money is free again. Or it did not answer: the payout stays"
                            + " LOCKED, and the outcome is `unknown`.")
            .advises("If the outcome is `unknown`, look the transaction up and do not send it again.")
            .leaves(NOT_APPLIED, SAME_REQUEST)
            .tells("transaction", ID, text(ChainSendFailed::transaction))
            .tells("outcome", WORD, text(ChainSendFailed::outcome))),
    DATA_SOURCE_UNAVAILABLE(refusal(DataSourceUnavailable.class, Category.UPSTREAM)
            .means("There is no reliable price", "The source of a price does not answer, tells nonsense, or has told nothing new for too long.")
            .advises("Send the request again after `Retry-After` seconds. A quote that you have already stays good.")
            .leaves(NOT_APPLIED, AFTER)
            .passesWithin(5)
            .tells("service", TEXT, DataSourceUnavailable::service)
            .tells("upstreamStatus", TEXT, DataSourceUnavailable::upstreamStatus)),
    SERVICE_UNAVAILABLE(refusal(ServiceUnavailable.class, Category.UNAVAILABLE)
            .means(
                    "The service is unavailable",
                    "There is too much to do at this moment, or the service is under maintenance; nothing of the request was done.")
            .advises("Send the request again after `Retry-After` seconds.")
            .leaves(NOT_APPLIED, AFTER)
            .passesWithin(1)
            .tells("reason", WORD, text(ServiceUnavailable::reason))
            .tells("retryAfter", NUMBER, Temporary::retryAfterSeconds)),
    INTERNAL_ERROR(fault(Category.INTERNAL)
            .means("A fault of ours", "A fault of ours. What became of a request that changes something is `unknown`.")
            .advises("If it was named with an idempotency key, or changes nothing, send it again; else look up what became of it."
                    + " Quote the request id if it fails again.")
            .leaves(UNKNOWN, NEVER));

    public static final String HEADER = "Corridor-Code";

    private static final String PAGES = "/errors/";

    private static final Map<Class<? extends BusinessError>, ErrorCode> BY_ERROR = Arrays.stream(values())
            .filter(code -> code.error.isPresent())
            .collect(Collectors.toUnmodifiableMap(code -> code.error.orElseThrow(), Function.identity()));

    private final String text;
    private final Optional<? extends Class<? extends BusinessError>> error;
    private final Category category;
    private final String title;
    private final String meaning;
    private final String advice;
    private final Consequence consequence;
    private final int waitSeconds;
    private final String since;
    private final List<Detail<?>> details;

    ErrorCode(Entry<?> entry) {
        this.text = name().toLowerCase(Locale.ROOT);
        this.error = entry.error;
        this.category = entry.category;
        this.title = entry.title;
        this.meaning = entry.meaning;
        this.advice = entry.advice;
        this.consequence = entry.consequence;
        this.waitSeconds = entry.waitSeconds;
        this.since = entry.since;
        this.details = List.copyOf(entry.details);
    }

    public static Optional<ErrorCode> find(String text) {
        return Arrays.stream(values()).filter(code -> code.text.equals(text)).findAny();
    }

    /** The code under which the catalogue has it. */
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

    /** The record that raises it; none for what no rule of the business raises. */
    public Optional<? extends Class<? extends BusinessError>> error() {
        return error;
    }

    public Category category() {
        return category;
    }

    /** Some words, as a heading. */
    public String title() {
        return title;
    }

    /** In Markdown. */
    public String meaning() {
        return meaning;
    }

    /** What the client should do, in Markdown. */
    public String advice() {
        return advice;
    }

    /** What it usually means for the request. */
    public Consequence consequence() {
        return consequence;
    }

    /** How long to wait before the same request; of meaning where it may be sent again after a time. */
    public int waitSeconds() {
        return waitSeconds;
    }

    /** The version of Corridor that answered it for the first time. */
    public String since() {
        return since;
    }

    /** Where a person can read about it, on this server. */
    public String page() {
        return PAGES + text;
    }

    public List<Detail<?>> details() {
        return details;
    }

    /** As it stands on the wire: clients branch on it, and it never changes. */
    @Override
    public String toString() {
        return text;
    }

    private static <E> Function<E, String> text(Function<E, ?> read) {
        return read.andThen(Object::toString);
    }
}
