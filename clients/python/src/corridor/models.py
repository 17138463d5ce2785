"""What is sent and answered, by its name in the API. Written from the OpenAPI document of the service."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal

Amount = Decimal | str
"""In major units: Decimal("10.00") or "10.00", and never a float."""

AccountStatus = Literal[
    "ACTIVE",
    "SUSPENDED",
    "CLOSED",
]

ApiKeyStatus = Literal[
    "CREATED",
    "ENABLED",
    "LOCKED",
    "DELETED",
]

Asset = Literal[
    "USD",
    "EUR",
    "USDC",
    "USDT",
    "BTC",
    "ETH",
]

AttemptOutcome = Literal[
    "DELIVERED",
    "REFUSED",
    "TIMED_OUT",
    "UNREACHABLE",
    "FORBIDDEN_ADDRESS",
]

AuthorizationType = Literal[
    "LOA",
]

BankMethod = Literal[
    "WIRE",
    "SEPA",
    "ACH",
    "SWIFT",
]

BeneficiaryStatus = Literal[
    "ACTIVE",
    "INACTIVE",
    "BLOCKED",
    "ARCHIVED",
]

BeneficiaryType = Literal[
    "CRYPTO",
    "BANK",
    "NXOSNET",
]

Bucket = Literal[
    "AVAILABLE",
    "LOCKED",
]

CandleInterval = Literal[
    "1m",
    "5m",
    "15m",
    "30m",
    "1h",
    "4h",
    "1d",
]

ChainName = Literal[
    "ETHEREUM_MAINNET",
    "ARBITRUM_ONE",
    "BASE_MAINNET",
    "BSC_MAINNET",
    "SOLANA_MAINNET",
    "TRON_MAINNET",
    "ETHEREUM_SEPOLIA",
    "ARBITRUM_SEPOLIA",
    "BASE_SEPOLIA",
    "BSC_TESTNET",
    "SOLANA_DEVNET",
    "TRON_NILE",
]

ChainNamePlatform = Literal[
    "EVM",
    "SOLANA",
    "TRON",
]

ChangeBeneficiaryStanding = Literal[
    "ACTIVE",
    "INACTIVE",
]

DetailType = Literal[
    "text",
    "id",
    "word",
    "amount",
    "rate",
    "number",
    "timestamp",
    "words",
    "fields",
]

DialectName = Literal[
    "nxos",
    "nexusglass",
    "nexgent",
    "nexpay",
    "tickdb",
    "problem+json",
]

DispatchReason = Literal[
    "UNAVAILABLE",
    "NO_ANSWER",
    "WALLET_SHORT",
    "FEE_TOO_HIGH",
    "ASSET_NOT_CONNECTED",
    "REFUSED",
    "FAILED",
    "DISPLACED",
    "UNWRITABLE",
    "FAULT",
]

DispatchState = Literal[
    "WAITING",
    "PREPARED",
    "SENT",
    "WITHDRAWN",
]

Environment = Literal[
    "SANDBOX",
    "LIVE",
]

ErrorCode = Literal[
    "missing_api_key",
    "missing_nonce",
    "missing_signature",
    "invalid_nonce",
    "invalid_api_key",
    "authentication_failed",
    "invalid_token",
    "invalid_token_type",
    "token_expired",
    "token_revoked",
    "account_locked",
    "invalid_credentials",
    "api_key_deleted",
    "api_key_deprecated",
    "api_key_expired",
    "api_key_not_enabled",
    "api_key_locked",
    "client_inactive",
    "ip_not_allowed",
    "wrong_signature",
    "nonce_not_monotonous",
    "forbidden",
    "tier_insufficient",
    "rate_limit_exceeded",
    "quota_exhausted",
    "authorization_required",
    "organization_not_found",
    "account_not_found",
    "beneficiary_not_found",
    "quote_not_found",
    "api_key_not_found",
    "authorization_not_found",
    "not_found",
    "symbol_not_found",
    "quote_already_used",
    "quote_expired",
    "price_moved",
    "beneficiary_already_archived",
    "fee_schedule_drifted",
    "payout_not_waiting",
    "payout_too_large",
    "beneficiary_cooling_off",
    "payout_refused_by_screening",
    "payout_limit_exceeded",
    "reference_taken",
    "transaction_already_reversed",
    "transaction_not_reversible",
    "api_key_transition_refused",
    "last_managing_key",
    "api_key_name_taken",
    "api_key_limit_reached",
    "webhook_endpoint_limit_reached",
    "session_not_found",
    "email_taken",
    "share_token_invalid",
    "idempotency_request_in_flight",
    "idempotency_key_in_use",
    "connection_not_found",
    "connection_limit_exceeded",
    "invalid_message_format",
    "unknown_command",
    "channel_unavailable",
    "subscription_limit_exceeded",
    "resume_point_lost",
    "insufficient_funds",
    "validation_error",
    "asset_not_supported",
    "missing_parameter",
    "limit_exceeded",
    "invalid_time_range",
    "slippage_exceeds_maximum",
    "invalid_request",
    "screening_unavailable",
    "chain_send_failed",
    "data_source_unavailable",
    "service_unavailable",
    "internal_error",
]

ErrorKind = Literal[
    "invalid",
    "unauthenticated",
    "forbidden",
    "locked",
    "not_found",
    "conflict",
    "unfunded",
    "limited",
    "upstream",
    "unavailable",
    "internal",
]

EventType = Literal[
    "transaction.status.updated",
    "organization.verification.updated",
    "quote.created",
    "quote.executed",
    "beneficiary.created",
    "beneficiary.updated",
    "beneficiary.archived",
    "api_key.created",
    "api_key.changed",
    "api_key.enabled",
    "api_key.locked",
    "api_key.unlocked",
    "api_key.rotated",
    "api_key.deleted",
    "webhook_endpoint.disabled",
    "webhook_endpoint.test",
]

FundingMethodStatus = Literal[
    "ACTIVE",
    "INACTIVE",
    "DELETED",
]

FundingMethodType = Literal[
    "CRYPTO_ADDRESS",
    "BANK",
]

HoldGate = Literal[
    "APPROVAL",
    "REVIEW",
    "SCHEDULE",
]

HoldReason = Literal[
    "REJECTED",
    "EXPIRED",
    "CANCELLED",
    "REFUSED",
]

IdentityEntityType = Literal[
    "INDIVIDUAL",
    "BUSINESS",
]

IdentityTaxIdType = Literal[
    "SSN",
    "TIN",
]

LetterStatus = Literal[
    "PENDING",
    "ACTIVE",
    "REVOKED",
]

OrganizationStatus = Literal[
    "APPROVED",
    "NOT_APPROVED",
    "CLOSED",
]

OrganizationType = Literal[
    "BUSINESS",
    "INDIVIDUAL",
]

Outcome = Literal[
    "not_applied",
    "applied",
    "unknown",
]

PayoutBatchState = Literal[
    "PENDING",
    "SUBMITTED",
    "REFUSED",
    "CANCELLED",
]

Permission = Literal[
    "organization:read",
    "organization:write",
    "accounts:read",
    "accounts:write",
    "beneficiaries:read",
    "beneficiaries:write",
    "quotes:read",
    "quotes:write",
    "transactions:read",
    "transactions:write",
    "transactions:reverse",
    "payouts:write",
    "api-keys:read",
    "api-keys:write",
    "audit:read",
    "feed:read",
    "feed:write",
    "webhooks:read",
    "webhooks:write",
    "webhook-secrets:read",
    "sandbox:write",
]

QuoteStatus = Literal[
    "PENDING",
    "COMPLETED",
    "EXPIRED",
    "FAILED",
]

Retry = Literal[
    "never",
    "same_request",
    "after",
    "new_request",
]

SandboxTrigger = Literal[
    "authentication_failed",
    "token_expired",
    "rate_limit_exceeded",
    "quota_exhausted",
    "quote_expired",
    "price_moved",
    "payout_too_large",
    "beneficiary_cooling_off",
    "payout_limit_exceeded",
    "idempotency_request_in_flight",
    "data_source_unavailable",
    "service_unavailable",
    "internal_error",
]

ServiceUnavailableReason = Literal[
    "OVERLOAD",
    "OUTAGE",
    "MAINTENANCE",
]

SignatureFormat = Literal[
    "NEXPAY",
    "CORRIDOR",
]

Tier = Literal[
    "STREAM",
    "QUANT",
    "PULSE",
    "ORACLE",
]

TransactionDirection = Literal[
    "OUT",
    "IN",
]

TransactionErrorChainSendFailedPayoutOutcome = Literal[
    "DECLINED",
    "UNKNOWN",
]

TransactionErrorPayoutLimitExceededPer = Literal[
    "DAY",
    "BENEFICIARY_AND_DAY",
]

TransactionStatus = Literal[
    "EXPECTED",
    "LOCKED",
    "COMPLETED",
    "DECLINED",
    "REFUNDED",
]

TransactionType = Literal[
    "TRADE",
    "CRYPTO_PAYOUT",
    "FIAT_PAYOUT",
    "CRYPTO_PAYIN",
    "FIAT_PAYIN",
    "ADJUSTMENT",
    "TRANSFER",
    "NXOSNET_TRANSFER",
    "COMMISSION",
]

VerificationStatus = Literal[
    "NOT_STARTED",
    "PENDING",
    "APPROVED",
    "REJECTED",
    "ON_HOLD",
    "RESUBMISSION_REQUIRED",
]



@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFeeSchedule:
    """The schedule that a client has read, and agrees to. The payout is refused if another one holds when it is decided."""

    fixed: Amount
    """In major units of the asset."""
    bps: int
    """Hundredths of a percent of the amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultyField:
    detail: str
    """What is wrong with it."""
    pointer: str
    """A JSON pointer to it, as a URI fragment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessToken:
    access_token: str = field(repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    """The next one, where refresh tokens are used once; absent where the present one stays good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account in responses."""

    account_id: str
    reference: str | None = None
    """Your own name for it."""
    name: str | None = None
    description: str | None = None
    is_primary: bool
    status: AccountStatus
    funding_methods: list[str]
    """The ways to pay it from outside, of those that are ACTIVE; a new account has none for a second or so."""
    balances: list[AccountBalance] | None = None
    """Absent in lists."""
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBalance:
    asset: Asset
    amount: Decimal
    """The available balance, in major units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """An API key without its secret."""

    api_key_id: str
    name: str
    environment: Environment
    prefix: str
    """The beginning of the secret."""
    status: ApiKeyStatus
    permissions: list[Permission]
    tier: Tier
    signed: bool
    """Whether requests must be signed."""
    signature_format: SignatureFormat | None = None
    """What their signatures must cover; absent if none is required."""
    allowed_addresses: list[str]
    """CIDR ranges; empty if unrestricted."""
    dialect: DialectName | None = None
    former_secret_works_until: datetime | None = None
    """When the secret before the last rotation expires or expired."""
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    """To the minute."""
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedBeneficiary:
    """Confirms that a beneficiary was archived."""

    beneficiary_id: str
    deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetBalance:
    """The balance of one asset."""

    account_id: str
    asset: Asset
    amount: Decimal
    """The available balance, in major units."""
    locked: Decimal
    """Reserved for payouts in progress, in major units."""
    at: datetime | None = None
    """The requested moment in the past; absent for the present."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One request to an endpoint, and what came of it."""

    attempt_id: str
    message_id: str
    event_type: EventType
    outcome: AttemptOutcome
    status: int | None = None
    """Of the answer; absent if there was none."""
    latency_millis: int
    """From the beginning of the request, with the look-up of the name, to the end of the answer."""
    answer: str
    """The first KiB of the answer's body, or what prevented an answer."""
    attempted_at: datetime
    next_attempt_at: datetime | None = None
    """When the message is sent again; absent if it is delivered or given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecord:
    """An audit record."""

    audit_record_id: str
    actor: str
    """The id of a key or a user, ``operator``, or of a broker ``key_... of org_...``."""
    action: str
    """What changed and how, such as ``api_key.locked``."""
    subject: str
    """The id of what changed."""
    details: dict[str, str]
    request_id: str | None = None
    """Absent if the change was not made over HTTP."""
    address: str | None = None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorization:
    """A letter of authorization."""

    granting_organization_id: str
    authorized_organization_id: str
    type: AuthorizationType
    status: LetterStatus
    """PENDING until it is signed and the organization that grants it is verified; REVOKED for good."""
    signed_at: datetime | None = None
    revoked_at: datetime | None = None
    revoked_reason: str | None = None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BankSnapshot:
    """The bank account at the time of the payout."""

    bank_name: str
    swift_code: str | None = None
    account_number: str | None = field(default=None, repr=False)
    iban: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchItem:
    """An item of a batch, and what has become of it."""

    number: int
    """From 1, in the order of the body."""
    status: PayoutBatchState
    transaction_id: str | None = None
    """Of what is SUBMITTED; null otherwise."""
    account_id: str
    beneficiary_id: str
    amount: Decimal
    asset: Asset
    reference: str | None = None
    refusal: HoldRefusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beneficiary:
    """A beneficiary: one of ``crypto``, ``bank`` and ``nxosnet`` is present. The account number is never shown."""

    beneficiary_id: str
    account_id: str
    type: BeneficiaryType
    reference: str | None = None
    """Your own name for it."""
    nickname: str
    status: BeneficiaryStatus
    entity_type: IdentityEntityType | None = None
    email: str | None = field(default=None, repr=False)
    phone_number: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    business_name: str | None = None
    address_line1: str | None = None
    address_line2: str | None = None
    city: str | None = None
    region: str | None = None
    zip_code: str | None = None
    country: str | None = None
    crypto: BeneficiaryCrypto | None = field(default=None, repr=False)
    bank: BeneficiaryBank | None = field(default=None, repr=False)
    nxosnet: BeneficiaryNetworkParty | None = None
    tags: list[str]
    metadata: dict[str, str]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BeneficiaryBank:
    bank_name: str
    swift_code: str | None = None
    iban: str | None = field(default=None, repr=False)
    bank_country: str | None = None
    method: BankMethod
    currency: Asset
    intermediary_bank_name: str | None = None
    intermediary_swift_code: str | None = None
    intermediary_bank_address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeneficiaryCrypto:
    chain_name: ChainName
    chain_display_name: str | None = None
    platform: ChainNamePlatform | None = None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeneficiaryNetworkParty:
    handle: str
    """The organization's handle when the beneficiary was registered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candles:
    symbol: str
    interval: CandleInterval
    klines: list[CandlesCandle]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandlesCandle:
    """A candle."""

    time: int
    """When it opened, in milliseconds since 1970."""
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    ticks: int
    """The number of prices in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedConnection:
    """Confirms that a connection was closed."""

    connection_id: str
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """An open WebSocket."""

    connection_id: str
    holder: str
    """The key or user whose limits it counts against."""
    address: str
    """Of the client."""
    subscriptions: int
    """Their number."""
    connected_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CryptoPayout:
    """A crypto payout that was just created."""

    transaction_id: str
    type: TransactionType
    status: TransactionStatus
    account_id: str
    beneficiary_id: str
    amount: Decimal
    asset: Asset
    fee: Fee
    to_address: str
    tx_hash: str | None = None
    """By which the chain knows it; null until it is signed."""
    reference: str | None = None
    description: str | None = None
    tags: list[str]
    metadata: dict[str, str]
    created_at: datetime
    hold: Hold | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletedEndpoint:
    """Confirms that an endpoint was deleted."""

    id: str
    deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth:
    """Quoted prices by size, spread included, smallest size first."""

    symbol: str
    bids: list[DepthLevel]
    asks: list[DepthLevel]
    timestamp: int
    """Of the underlying price, in milliseconds since 1970."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepthLevel:
    """The price of one size."""

    price: Decimal
    """Of one unit of the base."""
    quantity: Decimal
    """Of the base."""
    amount: Decimal
    """Of the counter asset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """How far a payout has got on its way to its chain or bank."""

    state: DispatchState
    """Whether something of it has left: WAITING if not, PREPARED if it may have, SENT if the rail has it, WITHDRAWN if nothing ever will."""
    attempts: int
    """How often it was tried: sends, and tries that failed before one."""
    last_reason: DispatchReason | None = None
    """Why the last of them came to nothing; null if it did not."""
    next_try_at: datetime | None = None
    """When it is looked at again; null if nothing is left to do for it but to wait for the rail's word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An endpoint without its secret."""

    id: str
    url: str
    description: str
    disabled: bool
    """Whether events wait for it, because you have disabled it or because it received nothing for three days."""
    event_types: list[EventType]
    """Empty for all."""
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointSecret:
    """The secret that signs an endpoint's messages."""

    key: str = field(repr=False)
    """``whsec_`` and the key in Base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A ledger entry, identified by its transaction and line."""

    transaction_id: str
    line: int
    account_id: str
    asset: Asset
    bucket: Bucket
    """The part of the balance that changed: AVAILABLE or LOCKED."""
    amount: Decimal
    """In major units; negative for outflows."""
    balance_after: Decimal
    """The bucket's balance after this entry, in major units."""
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorDescription:
    """An error code of the catalogue."""

    code: ErrorCode
    category: ErrorKind
    status: int
    title: str
    meaning: str
    advice: str
    outcome: Outcome
    retry: Retry
    details: list[ErrorDetail]
    dialects: dict[str, ErrorInDialect]
    sandbox: ErrorInSandbox
    since: str
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorDetail:
    """A detail of the error, a member of ``details`` in problem+json; fields are in ``errors``."""

    name: str
    type: DetailType


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorInDialect:
    """The error in one error contract; the code is null where that contract has none."""

    status: int
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorInSandbox:
    """How to provoke the error in the sandbox; the trigger is null where the request alone suffices."""

    way: str
    trigger: ErrorCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What a payout costs, on top of its amount."""

    fixed: Decimal
    """In major units, as the others."""
    bps: int
    """Hundredths of a percent of the amount."""
    bps_amount: Decimal
    """The share that they are, rounded half up at the asset's smallest unit."""
    total: Decimal
    """Set aside with the amount, charged when the payout is COMPLETED, released when it is DECLINED."""
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeSchedule:
    """What a payout costs now, on top of its amount: the fixed part, and a share of the amount, rounded half up at the asset's smallest unit."""

    fixed: Decimal
    """In major units."""
    bps: int
    """Hundredths of a percent of the amount."""
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class FiatPayout:
    """A fiat payout that was just created."""

    transaction_id: str
    type: TransactionType
    status: TransactionStatus
    account_id: str
    beneficiary_id: str
    amount: Decimal
    asset: Asset
    fee: Fee
    method: BankMethod
    bank: BankSnapshot = field(repr=False)
    reference: str | None = None
    description: str | None = None
    tags: list[str]
    metadata: dict[str, str]
    created_at: datetime
    hold: Hold | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingMethod:
    """A way to pay an account from outside."""

    funding_method_id: str
    account_id: str
    name: str | None = None
    type: FundingMethodType
    status: FundingMethodStatus
    """INACTIVE if another has replaced it; what arrives is credited all the same."""
    supported_assets: list[Asset]
    """What may be paid in."""
    details: FundingMethodDetails
    """Specific to the type."""
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingMethodBankDetails:
    account_holder: str
    iban: str = field(repr=False)
    swift_code: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingMethodCryptoAddressDetails:
    address: str
    chain_name: ChainName
    chain_display_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Why a payout waits, EXPECTED, before its money is set aside, and how the wait has ended."""

    waits_for: list[HoldGate]
    """What must happen first; once the wait has ended, what had to."""
    passed: list[HoldGate]
    """What of it has happened."""
    created_by: str
    """The key or user that has asked for the payout."""
    execute_at: datetime | None = None
    """The time that was chosen; only if it waits for it."""
    expires_at: datetime
    """When the payout is DECLINED unless it was decided."""
    decided_by: str | None = None
    """The key, user or operator that has decided last; null if none has."""
    ended_at: datetime | None = None
    """Null if it waits."""
    declined_for: HoldReason | None = None
    """Why the payout will not be made; null if it waits, or the money was set aside."""
    refusal: HoldRefusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRefusal:
    """An error that was met without a request."""

    code: ErrorCode
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    session_id: str
    user: User


@dataclass(frozen=True, slots=True, kw_only=True)
class Logout:
    logged_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketTrade:
    """A public trade on the wire, without its parties."""

    symbol: str
    price: Decimal
    """Of one unit of the base, the spread included."""
    quantity: Decimal
    """How much of the base."""
    side: str
    """What was done with the base: buy or sell."""
    timestamp: int
    """In milliseconds since 1970."""
    busted: bool | None = None
    """True for a trade that was made by mistake and has been undone; absent otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketTrades:
    symbol: str
    trades: list[MarketTrade]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that is about to be sent."""

    message_id: str
    """As in the headers ``svix-id`` and ``webhook-id``."""
    event_type: EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSettings:
    """How an organization is known on the network."""

    enabled: bool
    handle: str | None = None
    """Null if it has never had one."""
    show_organization_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkTransfer:
    """A transfer to another organization that was just made."""

    transaction_id: str
    type: TransactionType
    status: TransactionStatus
    account_id: str
    beneficiary_id: str
    amount: Decimal
    asset: Asset
    target_handle: str
    """The receiver's handle when the beneficiary was registered."""
    reference: str | None = None
    note: str | None = None
    """Also the receiver's to read."""
    tags: list[str]
    metadata: dict[str, str]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSecret:
    """A new secret."""

    api_key: ApiKey = field(repr=False)
    secret: str | None = field(default=None, repr=False)
    """Shown only once: only its hash is stored, so a replayed response has none."""
    signing_secret: str | None = field(default=None, repr=False)
    """Shown only once too; absent unless the key requires signed requests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organization."""

    organization_id: str
    name: str
    type: OrganizationType
    status: OrganizationStatus
    """What it may do: all (APPROVED), only read (NOT_APPROVED), or nothing (CLOSED)."""
    verification_status: VerificationStatus
    """How far its identification has got."""
    crypto_payouts_enabled: bool
    created_by_organization_id: str | None = None
    """Null if the operator has created it."""
    metadata: dict[str, str]
    """Notes of the organization that has created it."""
    nxosnet: NetworkSettings | None = None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutBatch:
    """Payouts that were handed in together, and how far they have got."""

    batch_id: str
    counts: PayoutBatchCounts
    created_by: str
    """The key or user that has handed them in."""
    created_at: datetime
    cancelled_at: datetime | None = None
    """Null if it was not cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutBatchCounts:
    """How many items there are, in all and in each state."""

    total: int
    pending: int
    """Not decided yet."""
    submitted: int
    """Accepted: each has its transaction."""
    refused: int
    """Nothing was set aside."""
    cancelled: int
    """Not decided when the batch was cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote. Amounts are in major units."""

    quote_id: str
    account_id: str
    from_asset: Asset
    to_asset: Asset
    from_amount: Decimal
    to_amount: Decimal
    applied_rate: Decimal
    """The price of one unit of toAsset, spread included."""
    spread: QuoteSpread | None = None
    status: QuoteStatus
    expires_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteSpread:
    fee: Decimal
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    user: User
    organization_id: str
    organization_status: OrganizationStatus
    """NOT_APPROVED if the operator must approve it first."""
    account_id: str
    """The organization's primary account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A replay that has begun."""

    endpoint_id: str
    from_: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRecord:
    """A request of the journal."""

    request_id: str
    caller: str
    """The id of the key or the user; of a broker's, ``key_... of org_...``."""
    method: str
    route: str | None = None
    """With its variables in braces; null if there was no such route."""
    status: int
    """Of the answer."""
    code: ErrorCode | None = None
    """Of a refusal; null if there was none."""
    outcome: Outcome | None = None
    """What became of the request's effect, if it was refused: not_applied, applied or unknown."""
    duration_millis: int
    """From its arrival to its answer."""
    answered_at: datetime
    """When it was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxOrganization:
    organization_id: str
    name: str
    status: OrganizationStatus
    crypto_payouts_enabled: bool
    primary_account_id: str
    api_key: str = field(repr=False)
    """Shown only once: only its hash is stored."""
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session of a user."""

    session_id: str
    address: str
    """Of the client that logged in."""
    started_at: datetime
    refreshed_at: datetime
    """When its last access token was issued."""
    expires_at: datetime
    """When its refresh token expires."""
    ended_at: datetime | None = None
    """Absent unless it was ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of account, as JSON or CSV."""

    account_id: str
    asset: Asset
    from_: datetime
    """Inclusive."""
    to: datetime
    """Exclusive."""
    opening: StatementHeld
    """The balance at the beginning of the period."""
    closing: StatementHeld
    """The balance at its end."""
    lines: list[StatementLine]
    """One per step of a transaction, in the order of posting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementHeld:
    balance: Decimal
    """The total, in major units."""
    available: Decimal
    """What can be spent."""
    locked: Decimal
    """Reserved for payouts in progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    posted_at: datetime
    transaction_id: str
    type: TransactionType
    reference: str | None = None
    """Your own name for the transaction."""
    description: str | None = None
    amount: Decimal
    """The change of the balance, in major units; negative for outflows, zero if money was only locked or released."""
    available_amount: Decimal
    """The change of the available balance."""
    locked_amount: Decimal
    """The change of the locked balance."""
    after: StatementHeld
    """The balance after this line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """A page of symbols. Source: the TickDB contract, section 1, "Endpoints"."""

    products: list[SymbolsProduct]
    pagination: SymbolsPagination


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolsPagination:
    limit: int
    offset: int
    count: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolsProduct:
    """A traded pair of assets."""

    symbol: str
    name: str
    market: str
    type: str
    base: Asset
    currency: Asset
    """Of prices."""
    is_active: bool = field(metadata={"wire": "is_active"})
    """Whether there is a price now."""
    updated_at: datetime | None = field(default=None, metadata={"wire": "updated_at"})
    """Of the price; null if there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticker:
    """The price of a symbol: one unit of the base in the counter asset."""

    symbol: str
    last_price: Decimal = field(metadata={"wire": "last_price"})
    """The mid price."""
    bid: Decimal
    """For selling a small amount, spread included."""
    ask: Decimal
    """For buying it."""
    open_24h: Decimal | None = field(default=None, metadata={"wire": "open_24h"})
    """The first price of the last 24 hours; like high and low null without prices."""
    high_24h: Decimal | None = field(default=None, metadata={"wire": "high_24h"})
    low_24h: Decimal | None = field(default=None, metadata={"wire": "low_24h"})
    source: str
    """Of the price."""
    timestamp: int
    """Of the price, in milliseconds since 1970."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tickers:
    tickers: list[Ticker]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A ticket for one WebSocket."""

    ticket: str = field(repr=False)
    """Goes where a key would in the query."""
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """An executed quote. Amounts are in major units. A conversion has the notes that came with its request; those that did not come are absent."""

    transaction_id: str
    quote_id: str
    from_asset: Asset
    to_asset: Asset
    from_amount: Decimal
    to_amount: Decimal
    status: TransactionStatus
    reference: str | None = None
    """Your own name for it."""
    description: str | None = None
    tags: list[str] | None = None
    metadata: dict[str, str] | None = None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """A transaction of any type."""

    transaction_id: str
    account_id: str
    status: TransactionStatus
    reference: str | None = None
    """Your own name for it."""
    description: str | None = None
    tags: list[str]
    metadata: dict[str, str]
    amount: Decimal
    """Moved, in major units; for a trade, the amount given."""
    asset: Asset
    fee: Fee | None = None
    created_at: datetime
    updated_at: datetime
    type: TransactionType
    details: TransactionDetails
    """Specific to the type."""
    hold: Hold | None = None
    dispatch: Dispatch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionAdjustmentDetails:
    reverses: str
    reason: str
    by: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionCryptoPayinDetails:
    chain_name: ChainName
    chain_transaction_id: str
    from_address: str
    to_address: str
    block_height: int
    block_timestamp: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionCryptoPayoutDetails:
    beneficiary_id: str
    chain_name: ChainName
    to_address: str
    tx_hash: str | None = None
    reversed_by: str | None = None
    returns: list[TransactionReturned] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionFiatPayoutDetails:
    beneficiary_id: str
    method: BankMethod
    bank: BankSnapshot = field(repr=False)
    reversed_by: str | None = None
    returns: list[TransactionReturned] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionNetworkReceiptDetails:
    sender_handle: str
    sender_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionNetworkTransferDetails:
    beneficiary_id: str
    target_handle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionPayinDetails:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionReturnDetails:
    returns: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionReturned:
    transaction_id: str
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionTradeDetails:
    quote_id: str
    from_asset: Asset
    to_asset: Asset
    from_amount: Decimal
    to_amount: Decimal
    spread_fee: Decimal
    reversed_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionTransferDetails:
    direction: TransactionDirection
    from_account_id: str
    to_account_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A transfer between accounts that was just made: the transaction of the account that gives."""

    transaction_id: str
    type: TransactionType
    status: TransactionStatus
    account_id: str
    from_account_id: str
    to_account_id: str
    amount: Decimal
    asset: Asset
    reference: str | None = None
    description: str | None = None
    tags: list[str]
    metadata: dict[str, str]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    id: str
    email: str = field(repr=False)
    organization_id: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The verification of an organization."""

    status: VerificationStatus
    type: OrganizationType
    """Of the organization."""
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationSession:
    """A session of a verification."""

    url: str
    """What the applicant opens in a browser."""
    access_token: str = field(repr=False)
    """Opens this session alone; shown only once."""

FundingMethodDetails = FundingMethodCryptoAddressDetails | FundingMethodBankDetails

TransactionDetails = TransactionTradeDetails | TransactionCryptoPayoutDetails | TransactionFiatPayoutDetails | TransactionCryptoPayinDetails | TransactionTransferDetails | TransactionNetworkTransferDetails | TransactionNetworkReceiptDetails | TransactionPayinDetails | TransactionReturnDetails | TransactionAdjustmentDetails
