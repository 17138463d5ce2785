package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The facts about a failure. Each type has the name of its code. */
public sealed interface ErrorDetails {

    /** There were five wrong passwords in a row. Until the lock is over no password is looked at. */
    record AccountLocked(Instant lockedUntil, long retryAfter) implements ErrorDetails {}

    /** There is no such account, or it is not yours. */
    record AccountNotFound(String account) implements ErrorDetails {}

    /** Another key of the organization has this name. */
    record ApiKeyNameTaken(String name) implements ErrorDetails {}

    /** There is no such key, it is not yours, or it is deleted. */
    record ApiKeyNotFound(String key) implements ErrorDetails {}

    /** The state of the key does not allow it. */
    record ApiKeyTransitionRefused(String key, ApiKeyStatus status, String transition) implements ErrorDetails {}

    /** Nothing is wrong with the request but that it names assets that are not dealt in there. */
    record AssetNotSupported(String asset, List<String> supported) implements ErrorDetails {}

    /** There is no letter of authorization between these organizations, or it is revoked already. */
    record AuthorizationNotFound(String grantingOrganization, String authorizedOrganization) implements ErrorDetails {}

    /** {@code Nxos-On-Behalf-Of} names an organization for which you have no active letter of authorization. */
    record AuthorizationRequired(String organization) implements ErrorDetails {}

    /** The beneficiary is out of use. A second archiving is told that it has happened ({@code applied}). */
    record BeneficiaryAlreadyArchived(String beneficiary) implements ErrorDetails {}

    /** The operator lets new beneficiaries be paid after a while only. */
    record BeneficiaryCoolingOff(String beneficiary, Instant payableFrom) implements ErrorDetails {}

    /** There is no such beneficiary on the account that the request names. */
    record BeneficiaryNotFound(String beneficiary) implements ErrorDetails {}

    /**
     * The blockchain refused the payout: it is DECLINED and the money is free again. Or it did not answer: the payout stays LOCKED, and the outcome
     * is {@code unknown}.
     */
    record ChainSendFailed(String transaction, TransactionErrorChainSendFailedPayoutOutcome outcome) implements ErrorDetails {}

    /** The key or the user has as many WebSockets open as its tier allows. */
    record ConnectionLimitExceeded(int limit) implements ErrorDetails {}

    /** Your organization has no such connection open. */
    record ConnectionNotFound(String connection) implements ErrorDetails {}

    /** The source of a price does not answer, tells nonsense, or has told nothing new for too long. */
    record DataSourceUnavailable(String service, String upstreamStatus) implements ErrorDetails {}

    /** The fee schedule is not the one that the request expects. Nothing was charged. */
    record FeeScheduleDrifted(BigDecimal expectedFixed, int expectedBps, BigDecimal fixed, int bps, Asset asset) implements ErrorDetails {}

    /** The key, the account or the organization may not do this. */
    record Forbidden(String reason) implements ErrorDetails {}

    /** Another request was named with this key; the message names the first field that differs. */
    record IdempotencyKeyInUse(String field) implements ErrorDetails {}

    /** The account does not have enough. */
    record InsufficientFunds(String account, BigDecimal required, BigDecimal available, Asset asset) implements ErrorDetails {}

    /** The request cannot be read, or contradicts what is known. */
    record InvalidRequest(String reason) implements ErrorDetails {}

    /** The time cannot be read, begins after its end, or is too long. */
    record InvalidTimeRange(String reason) implements ErrorDetails {}

    /** It is the last key that can manage the keys of the organization. */
    record LastManagingKey(String key) implements ErrorDetails {}

    /** More is asked for at once than is given at once. */
    record LimitExceeded(String field, int maximum) implements ErrorDetails {}

    /** A parameter of the query that is required is not there. */
    record MissingParameter(String field) implements ErrorDetails {}

    /** There is no such route, transaction or other thing that has no code of its own. */
    record NotFound(String subject) implements ErrorDetails {}

    /** There is no such organization, or it is not yours. */
    record OrganizationNotFound(String organization) implements ErrorDetails {}

    /** The operator limits what is paid in a day (UTC), altogether or to one beneficiary, and this payout would be beyond it. */
    record PayoutLimitExceeded(
            TransactionErrorPayoutLimitExceededPer per,
            BigDecimal limit,
            BigDecimal used,
            BigDecimal amount,
            Instant resetsAt,
            Asset asset) implements ErrorDetails {}

    /** The payout does not wait for this decision, or not any more: it was decided before, or its time is up. */
    record PayoutNotWaiting(String transaction, TransactionStatus status) implements ErrorDetails {}

    /** The operator has payouts screened, and the screening says that this beneficiary is not to be paid this. */
    record PayoutRefusedByScreening(String beneficiary) implements ErrorDetails {}

    /** The operator allows no single payout of that much. */
    record PayoutTooLarge(BigDecimal amount, BigDecimal limit, Asset asset) implements ErrorDetails {}

    /** The price has moved further than allowed: since the request came, from the price of the quote, or below the least amount accepted. */
    record PriceMoved(BigDecimal expected, BigDecimal actual, int slippageBps) implements ErrorDetails {}

    /** The requests of this month are used up. */
    record QuotaExhausted(Instant resetAt, long retryAfter) implements ErrorDetails {}

    /** The quote has become a trade already. */
    record QuoteAlreadyUsed(String quote, Instant executedAt) implements ErrorDetails {}

    /** The quote was not executed while it was valid. */
    record QuoteExpired(String quote, Instant expiredAt) implements ErrorDetails {}

    /** There is no such quote, or it is not yours. */
    record QuoteNotFound(String quote) implements ErrorDetails {}

    /** There were too many requests for now. */
    record RateLimitExceeded(long retryAfter) implements ErrorDetails {}

    /** Another account, beneficiary or transaction of the organization has this reference; the message names it. */
    record ReferenceTaken(String reference, String takenBy) implements ErrorDetails {}

    /**
     * There is too much to do at this moment, the database cannot be written, or the service is under maintenance; nothing of the request was done.
     */
    record ServiceUnavailable(ServiceUnavailableReason reason, long retryAfter) implements ErrorDetails {}

    /** There is no such session, it is not yours, or it is over. */
    record SessionNotFound(String session) implements ErrorDetails {}

    /** The request allows more slippage than a conversion may have. */
    record SlippageExceedsMaximum(long requested, int maximum) implements ErrorDetails {}

    /** There is no such pair of assets. */
    record SymbolNotFound(String symbol, List<String> supported) implements ErrorDetails {}

    /** This needs a higher tier than the caller has. */
    record TierInsufficient(Tier required, Tier current) implements ErrorDetails {}

    /** Another transaction has reversed it already; the message names it. */
    record TransactionAlreadyReversed(String transaction, String reversedBy) implements ErrorDetails {}

    /** Only a trade can be reversed, and only for a while; money of a payout comes back by a return of its own. */
    record TransactionNotReversible(String transaction, TransactionType type, TransactionStatus status, long windowMinutes) implements ErrorDetails {}
}
