"""The facts about a failure. Each type has the name of its code. Written from the OpenAPI document of the service."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from corridor.models import (
    ApiKeyStatus,
    Asset,
    ServiceUnavailableReason,
    Tier,
    TransactionErrorChainSendFailedPayoutOutcome,
    TransactionErrorPayoutLimitExceededPer,
    TransactionStatus,
    TransactionType,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLocked:
    """There were five wrong passwords in a row. Until the lock is over no password is looked at."""

    locked_until: datetime
    retry_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountNotFound:
    """There is no such account, or it is not yours."""

    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKeyNameTaken:
    """Another key of the organization has this name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKeyNotFound:
    """There is no such key, it is not yours, or it is deleted."""

    key: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKeyTransitionRefused:
    """The state of the key does not allow it."""

    key: str = field(repr=False)
    status: ApiKeyStatus
    transition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetNotSupported:
    """Nothing is wrong with the request but that it names assets that are not dealt in there."""

    asset: str
    supported: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationNotFound:
    """There is no letter of authorization between these organizations, or it is revoked already."""

    granting_organization: str
    authorized_organization: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationRequired:
    """``Nxos-On-Behalf-Of`` names an organization for which you have no active letter of authorization."""

    organization: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeneficiaryAlreadyArchived:
    """The beneficiary is out of use. A second archiving is told that it has happened (``applied``)."""

    beneficiary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeneficiaryCoolingOff:
    """The operator lets new beneficiaries be paid after a while only."""

    beneficiary: str
    payable_from: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BeneficiaryNotFound:
    """There is no such beneficiary on the account that the request names."""

    beneficiary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainSendFailed:
    """
    The blockchain refused the payout: it is DECLINED and the money is free again. Or it did not answer: the payout stays LOCKED, and the outcome is
    ``unknown``.
    """

    transaction: str
    outcome: TransactionErrorChainSendFailedPayoutOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionLimitExceeded:
    """The key or the user has as many WebSockets open as its tier allows."""

    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionNotFound:
    """Your organization has no such connection open."""

    connection: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSourceUnavailable:
    """The source of a price does not answer, tells nonsense, or has told nothing new for too long."""

    service: str
    upstream_status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeScheduleDrifted:
    """The fee schedule is not the one that the request expects. Nothing was charged."""

    expected_fixed: Decimal
    expected_bps: int
    fixed: Decimal
    bps: int
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """The key, the account or the organization may not do this."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdempotencyKeyInUse:
    """Another request was named with this key; the message names the first field that differs."""

    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InsufficientFunds:
    """The account does not have enough."""

    account: str
    required: Decimal
    available: Decimal
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidRequest:
    """The request cannot be read, or contradicts what is known."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidTimeRange:
    """The time cannot be read, begins after its end, or is too long."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastManagingKey:
    """It is the last key that can manage the keys of the organization."""

    key: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitExceeded:
    """More is asked for at once than is given at once."""

    field: str
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingParameter:
    """A parameter of the query that is required is not there."""

    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """There is no such route, transaction or other thing that has no code of its own."""

    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationNotFound:
    """There is no such organization, or it is not yours."""

    organization: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutLimitExceeded:
    """The operator limits what is paid in a day (UTC), altogether or to one beneficiary, and this payout would be beyond it."""

    per: TransactionErrorPayoutLimitExceededPer
    limit: Decimal
    used: Decimal
    amount: Decimal
    resets_at: datetime
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutNotWaiting:
    """The payout does not wait for this decision, or not any more: it was decided before, or its time is up."""

    transaction: str
    status: TransactionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutRefusedByScreening:
    """The operator has payouts screened, and the screening says that this beneficiary is not to be paid this."""

    beneficiary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutTooLarge:
    """The operator allows no single payout of that much."""

    amount: Decimal
    limit: Decimal
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceMoved:
    """The price has moved further than allowed: since the request came, from the price of the quote, or below the least amount accepted."""

    expected: Decimal
    actual: Decimal
    slippage_bps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaExhausted:
    """The requests of this month are used up."""

    reset_at: datetime
    retry_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteAlreadyUsed:
    """The quote has become a trade already."""

    quote: str
    executed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteExpired:
    """The quote was not executed while it was valid."""

    quote: str
    expired_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteNotFound:
    """There is no such quote, or it is not yours."""

    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimitExceeded:
    """There were too many requests for now."""

    retry_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceTaken:
    """Another account, beneficiary or transaction of the organization has this reference; the message names it."""

    reference: str
    taken_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceUnavailable:
    """
    There is too much to do at this moment, the database cannot be written, or the service is under maintenance; nothing of the request was done.
    """

    reason: ServiceUnavailableReason
    retry_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionNotFound:
    """There is no such session, it is not yours, or it is over."""

    session: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlippageExceedsMaximum:
    """The request allows more slippage than a conversion may have."""

    requested: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolNotFound:
    """There is no such pair of assets."""

    symbol: str
    supported: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TierInsufficient:
    """This needs a higher tier than the caller has."""

    required: Tier
    current: Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionAlreadyReversed:
    """Another transaction has reversed it already; the message names it."""

    transaction: str
    reversed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionNotReversible:
    """Only a trade can be reversed, and only for a while; money of a payout comes back by a return of its own."""

    transaction: str
    type: TransactionType
    status: TransactionStatus
    window_minutes: int


ErrorDetails = (
    AccountLocked
    | AccountNotFound
    | ApiKeyNameTaken
    | ApiKeyNotFound
    | ApiKeyTransitionRefused
    | AssetNotSupported
    | AuthorizationNotFound
    | AuthorizationRequired
    | BeneficiaryAlreadyArchived
    | BeneficiaryCoolingOff
    | BeneficiaryNotFound
    | ChainSendFailed
    | ConnectionLimitExceeded
    | ConnectionNotFound
    | DataSourceUnavailable
    | FeeScheduleDrifted
    | Forbidden
    | IdempotencyKeyInUse
    | InsufficientFunds
    | InvalidRequest
    | InvalidTimeRange
    | LastManagingKey
    | LimitExceeded
    | MissingParameter
    | NotFound
    | OrganizationNotFound
    | PayoutLimitExceeded
    | PayoutNotWaiting
    | PayoutRefusedByScreening
    | PayoutTooLarge
    | PriceMoved
    | QuotaExhausted
    | QuoteAlreadyUsed
    | QuoteExpired
    | QuoteNotFound
    | RateLimitExceeded
    | ReferenceTaken
    | ServiceUnavailable
    | SessionNotFound
    | SlippageExceedsMaximum
    | SymbolNotFound
    | TierInsufficient
    | TransactionAlreadyReversed
    | TransactionNotReversible
)

OF_CODE: dict[str, type[ErrorDetails]] = {
    "account_locked": AccountLocked,
    "account_not_found": AccountNotFound,
    "api_key_name_taken": ApiKeyNameTaken,
    "api_key_not_found": ApiKeyNotFound,
    "api_key_transition_refused": ApiKeyTransitionRefused,
    "asset_not_supported": AssetNotSupported,
    "authorization_not_found": AuthorizationNotFound,
    "authorization_required": AuthorizationRequired,
    "beneficiary_already_archived": BeneficiaryAlreadyArchived,
    "beneficiary_cooling_off": BeneficiaryCoolingOff,
    "beneficiary_not_found": BeneficiaryNotFound,
    "chain_send_failed": ChainSendFailed,
    "connection_limit_exceeded": ConnectionLimitExceeded,
    "connection_not_found": ConnectionNotFound,
    "data_source_unavailable": DataSourceUnavailable,
    "fee_schedule_drifted": FeeScheduleDrifted,
    "forbidden": Forbidden,
    "idempotency_key_in_use": IdempotencyKeyInUse,
    "insufficient_funds": InsufficientFunds,
    "invalid_request": InvalidRequest,
    "invalid_time_range": InvalidTimeRange,
    "last_managing_key": LastManagingKey,
    "limit_exceeded": LimitExceeded,
    "missing_parameter": MissingParameter,
    "not_found": NotFound,
    "organization_not_found": OrganizationNotFound,
    "payout_limit_exceeded": PayoutLimitExceeded,
    "payout_not_waiting": PayoutNotWaiting,
    "payout_refused_by_screening": PayoutRefusedByScreening,
    "payout_too_large": PayoutTooLarge,
    "price_moved": PriceMoved,
    "quota_exhausted": QuotaExhausted,
    "quote_already_used": QuoteAlreadyUsed,
    "quote_expired": QuoteExpired,
    "quote_not_found": QuoteNotFound,
    "rate_limit_exceeded": RateLimitExceeded,
    "reference_taken": ReferenceTaken,
    "service_unavailable": ServiceUnavailable,
    "session_not_found": SessionNotFound,
    "slippage_exceeds_maximum": SlippageExceedsMaximum,
    "symbol_not_found": SymbolNotFound,
    "tier_insufficient": TierInsufficient,
    "transaction_already_reversed": TransactionAlreadyReversed,
    "transaction_not_reversible": TransactionNotReversible,
}
