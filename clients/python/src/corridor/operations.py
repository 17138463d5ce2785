"""The operations of the API, in a class per tag. Written from the OpenAPI document of the service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from corridor._sender import Call, Sender, new_key, path_of
from corridor.models import (
    AccessToken,
    Account,
    AccountStatus,
    Amount,
    ApiKey,
    ArchivedBeneficiary,
    Asset,
    AssetBalance,
    Attempt,
    AuditRecord,
    Authorization,
    AuthorizationType,
    BankMethod,
    BatchItem,
    Beneficiary,
    BeneficiaryType,
    CandleInterval,
    Candles,
    ChainName,
    ChangeBeneficiaryStanding,
    ClosedConnection,
    Connection,
    CryptoPayout,
    DeletedEndpoint,
    Depth,
    DialectName,
    Endpoint,
    EndpointSecret,
    Entry,
    ErrorDescription,
    ErrorKind,
    EventType,
    ExpectedFeeSchedule,
    FeeSchedule,
    FiatPayout,
    FundingMethod,
    IdentityEntityType,
    IdentityTaxIdType,
    LetterStatus,
    Login,
    Logout,
    MarketTrades,
    Message,
    NetworkSettings,
    NetworkTransfer,
    NewSecret,
    Organization,
    OrganizationStatus,
    OrganizationType,
    Outcome,
    PayoutBatch,
    PayoutBatchState,
    Permission,
    Quote,
    QuoteStatus,
    Registration,
    Replay,
    RequestRecord,
    Retry,
    SandboxOrganization,
    Session,
    SignatureFormat,
    Statement,
    Symbols,
    Tickers,
    Ticket,
    Tier,
    Trade,
    Transaction,
    TransactionStatus,
    TransactionType,
    Transfer,
    User,
    Verification,
    VerificationSession,
)


class Accounts:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_accounts(
        self,
        *,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Account]:
        """List your accounts, newest first, without their balances. Requires ``accounts:read``."""
        call = Call(
            method="GET",
            path="/v1/accounts",
            query={"limit": page_size},
            headers=headers,
        )
        return self._sender.list(Account, call)

    def open_account(
        self,
        *,
        name: str,
        reference: str | None = None,
        description: str | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Account:
        """Open a further account of your organization. Requires ``accounts:write``."""
        call = Call(
            method="POST",
            path="/v1/accounts",
            body={"reference": reference, "name": name, "description": description},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Account, call)

    def get_account(
        self,
        account_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Account:
        """Read an account with its balances: one per asset that it has ever held. Requires ``accounts:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/accounts/{}", account_id),
            headers=headers,
        )
        return self._sender.send(Account, call)

    def change_account(
        self,
        account_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        status: AccountStatus | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Account:
        """Rename an account, suspend it, take it up again, or close it for good once it holds nothing. Requires ``accounts:write``."""
        call = Call(
            method="PATCH",
            path=path_of("/v1/accounts/{}", account_id),
            body={"name": name, "description": description, "status": status},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Account, call)

    def get_balance(
        self,
        account_id: str,
        asset: Asset,
        *,
        at: datetime | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AssetBalance:
        """Read the balance of one asset, now or in the past; zero if the account has never held it. Requires ``accounts:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/accounts/{}/balances/{}", account_id, asset),
            query={"at": at},
            headers=headers,
        )
        return self._sender.send(AssetBalance, call)

    def list_entries(
        self,
        account_id: str,
        *,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Entry]:
        """List the entries of an account in the double-entry ledger, newest first, each with the balance after it. Requires ``accounts:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/accounts/{}/entries", account_id),
            query={"limit": page_size},
            headers=headers,
        )
        return self._sender.list(Entry, call)

    def draw_up_statement(
        self,
        account_id: str,
        *,
        asset: Asset,
        from_: datetime | None = None,
        to: datetime | None = None,
        bom: bool | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Statement:
        """
        Create a statement of one asset: the opening balance, one line per step of a transaction with the balance after it, and the closing balance.
        Requires ``accounts:read``.
        """
        call = Call(
            method="GET",
            path=path_of("/v1/accounts/{}/statement", account_id),
            query={"asset": asset, "from": from_, "to": to, "bom": bom},
            headers=headers,
        )
        return self._sender.send(Statement, call)

    def get_funding_method(
        self,
        funding_method_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> FundingMethod:
        """Read a way to pay one of your accounts from outside. Requires ``accounts:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/funding-methods/{}", funding_method_id),
            headers=headers,
        )
        return self._sender.send(FundingMethod, call)


class ApiKeys:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_api_keys(
        self,
        *,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[ApiKey]:
        """List your keys, newest first. Requires ``api-keys:read``."""
        call = Call(
            method="GET",
            path="/v1/api-keys",
            query={"limit": page_size},
            headers=headers,
        )
        return self._sender.list(ApiKey, call)

    def create_api_key(
        self,
        *,
        name: str,
        permissions: Sequence[Permission],
        tier: Tier | None = None,
        allowed_addresses: Sequence[str] | None = None,
        dialect: DialectName | None = None,
        expires_at: datetime | None = None,
        enabled: bool | None = None,
        signed: bool | None = None,
        signature_format: SignatureFormat | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> NewSecret:
        """Create a key. Requires ``api-keys:write``."""
        call = Call(
            method="POST",
            path="/v1/api-keys",
            body={"name": name, "permissions": permissions, "tier": tier, "allowedAddresses": allowed_addresses, "dialect": dialect, "expiresAt": expires_at, "enabled": enabled, "signed": signed, "signatureFormat": signature_format},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(NewSecret, call)

    def get_api_key(
        self,
        api_key_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKey:
        """Read a key. Requires ``api-keys:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/api-keys/{}", api_key_id),
            headers=headers,
        )
        return self._sender.send(ApiKey, call)

    def delete_api_key(
        self,
        api_key_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKey:
        """Delete a key. Requires ``api-keys:write``."""
        call = Call(
            method="DELETE",
            path=path_of("/v1/api-keys/{}", api_key_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(ApiKey, call)

    def change_api_key(
        self,
        api_key_id: str,
        *,
        name: str | None = None,
        permissions: Sequence[Permission] | None = None,
        tier: Tier | None = None,
        allowed_addresses: Sequence[str] | None = None,
        dialect: DialectName | None = None,
        expires_at: datetime | None = None,
        never_expires: bool | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKey:
        """Change a key's name, permissions, allowed addresses and expiry. Requires ``api-keys:write``."""
        call = Call(
            method="PATCH",
            path=path_of("/v1/api-keys/{}", api_key_id),
            body={"name": name, "permissions": permissions, "tier": tier, "allowedAddresses": allowed_addresses, "dialect": dialect, "expiresAt": expires_at, "neverExpires": never_expires},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(ApiKey, call)

    def enable_api_key(
        self,
        api_key_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKey:
        """Enable a pending key. Requires ``api-keys:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/api-keys/{}/enable", api_key_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(ApiKey, call)

    def lock_api_key(
        self,
        api_key_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKey:
        """Lock a key. Requires ``api-keys:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/api-keys/{}/lock", api_key_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(ApiKey, call)

    def rotate_api_key(
        self,
        api_key_id: str,
        *,
        overlap: timedelta,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> NewSecret:
        """Rotate a key's secret. Requires ``api-keys:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/api-keys/{}/rotate", api_key_id),
            body={"overlap": overlap},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(NewSecret, call)

    def unlock_api_key(
        self,
        api_key_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKey:
        """Unlock a key. Requires ``api-keys:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/api-keys/{}/unlock", api_key_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(ApiKey, call)


class Audit:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_audit_records(
        self,
        *,
        action: str | None = None,
        from_: datetime | None = None,
        to: datetime | None = None,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[AuditRecord]:
        """List changes to your organization and its keys, newest first: who, what, when, and from where. Requires ``audit:read``."""
        call = Call(
            method="GET",
            path="/v1/audit",
            query={"action": action, "from": from_, "to": to, "limit": page_size},
            headers=headers,
        )
        return self._sender.list(AuditRecord, call)

    def get_request(
        self,
        request_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> RequestRecord:
        """Read what a request of yours asked for and what came of it, by the X-Request-Id of its answer. Requires ``audit:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/requests/{}", request_id),
            headers=headers,
        )
        return self._sender.send(RequestRecord, call)


class Beneficiaries:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_beneficiaries(
        self,
        *,
        account_id: str,
        type: BeneficiaryType | None = None,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Beneficiary]:
        """List the beneficiaries of an account, newest first, without archived ones. Requires ``beneficiaries:read``."""
        call = Call(
            method="GET",
            path="/v1/beneficiaries",
            query={"accountId": account_id, "type": type, "limit": page_size},
            headers=headers,
        )
        return self._sender.list(Beneficiary, call)

    def register_bank_beneficiary(
        self,
        *,
        account_id: str,
        nickname: str,
        bank_name: str,
        method: BankMethod,
        currency: Asset,
        reference: str | None = None,
        swift_code: str | None = None,
        account_number: str | None = None,
        iban: str | None = None,
        routing_number: str | None = None,
        bank_country: str | None = None,
        bank_address_line1: str | None = None,
        bank_city: str | None = None,
        bank_region: str | None = None,
        bank_zip_code: str | None = None,
        intermediary_bank_name: str | None = None,
        intermediary_swift_code: str | None = None,
        intermediary_bank_address: str | None = None,
        label: str | None = None,
        entity_type: IdentityEntityType | None = None,
        email: str | None = None,
        phone_number: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        legal_name: str | None = None,
        date_of_birth: str | None = None,
        business_name: str | None = None,
        registration_number: str | None = None,
        address_line1: str | None = None,
        address_line2: str | None = None,
        city: str | None = None,
        region: str | None = None,
        zip_code: str | None = None,
        country: str | None = None,
        tax_id: str | None = None,
        tax_id_type: IdentityTaxIdType | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Beneficiary:
        """Register a bank account as a beneficiary of an account. Requires ``beneficiaries:write``."""
        call = Call(
            method="POST",
            path="/v1/beneficiaries/bank",
            body={"accountId": account_id, "reference": reference, "nickname": nickname, "bankName": bank_name, "method": method, "currency": currency, "swiftCode": swift_code, "accountNumber": account_number, "iban": iban, "routingNumber": routing_number, "bankCountry": bank_country, "bankAddressLine1": bank_address_line1, "bankCity": bank_city, "bankRegion": bank_region, "bankZipCode": bank_zip_code, "intermediaryBankName": intermediary_bank_name, "intermediarySwiftCode": intermediary_swift_code, "intermediaryBankAddress": intermediary_bank_address, "label": label, "entityType": entity_type, "email": email, "phoneNumber": phone_number, "firstName": first_name, "lastName": last_name, "legalName": legal_name, "dateOfBirth": date_of_birth, "businessName": business_name, "registrationNumber": registration_number, "addressLine1": address_line1, "addressLine2": address_line2, "city": city, "region": region, "zipCode": zip_code, "country": country, "taxId": tax_id, "taxIdType": tax_id_type, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Beneficiary, call)

    def register_crypto_beneficiary(
        self,
        *,
        account_id: str,
        nickname: str,
        chain_name: ChainName,
        address: str,
        reference: str | None = None,
        label: str | None = None,
        entity_type: IdentityEntityType | None = None,
        email: str | None = None,
        phone_number: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        legal_name: str | None = None,
        date_of_birth: str | None = None,
        business_name: str | None = None,
        registration_number: str | None = None,
        address_line1: str | None = None,
        address_line2: str | None = None,
        city: str | None = None,
        region: str | None = None,
        zip_code: str | None = None,
        country: str | None = None,
        tax_id: str | None = None,
        tax_id_type: IdentityTaxIdType | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Beneficiary:
        """Register a blockchain address as a beneficiary of an account. Requires ``beneficiaries:write``."""
        call = Call(
            method="POST",
            path="/v1/beneficiaries/crypto",
            body={"accountId": account_id, "reference": reference, "nickname": nickname, "chainName": chain_name, "address": address, "label": label, "entityType": entity_type, "email": email, "phoneNumber": phone_number, "firstName": first_name, "lastName": last_name, "legalName": legal_name, "dateOfBirth": date_of_birth, "businessName": business_name, "registrationNumber": registration_number, "addressLine1": address_line1, "addressLine2": address_line2, "city": city, "region": region, "zipCode": zip_code, "country": country, "taxId": tax_id, "taxIdType": tax_id_type, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Beneficiary, call)

    def register_network_beneficiary(
        self,
        *,
        account_id: str,
        nickname: str,
        target_handle: str,
        reference: str | None = None,
        label: str | None = None,
        entity_type: IdentityEntityType | None = None,
        email: str | None = None,
        phone_number: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        legal_name: str | None = None,
        date_of_birth: str | None = None,
        business_name: str | None = None,
        registration_number: str | None = None,
        address_line1: str | None = None,
        address_line2: str | None = None,
        city: str | None = None,
        region: str | None = None,
        zip_code: str | None = None,
        country: str | None = None,
        tax_id: str | None = None,
        tax_id_type: IdentityTaxIdType | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Beneficiary:
        """Register another organization of the network, by its handle, as a beneficiary of an account. Requires ``beneficiaries:write``."""
        call = Call(
            method="POST",
            path="/v1/beneficiaries/nxosnet",
            body={"accountId": account_id, "reference": reference, "nickname": nickname, "targetHandle": target_handle, "label": label, "entityType": entity_type, "email": email, "phoneNumber": phone_number, "firstName": first_name, "lastName": last_name, "legalName": legal_name, "dateOfBirth": date_of_birth, "businessName": business_name, "registrationNumber": registration_number, "addressLine1": address_line1, "addressLine2": address_line2, "city": city, "region": region, "zipCode": zip_code, "country": country, "taxId": tax_id, "taxIdType": tax_id_type, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Beneficiary, call)

    def get_beneficiary(
        self,
        beneficiary_id: str,
        *,
        account_id: str,
        headers: Mapping[str, str] | None = None,
    ) -> Beneficiary:
        """Read a beneficiary, archived or not. Requires ``beneficiaries:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/beneficiaries/{}", beneficiary_id),
            query={"accountId": account_id},
            headers=headers,
        )
        return self._sender.send(Beneficiary, call)

    def archive_beneficiary(
        self,
        beneficiary_id: str,
        *,
        account_id: str,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ArchivedBeneficiary:
        """Archive a beneficiary: it is not listed and not paid, until it is taken up again. Requires ``beneficiaries:write``."""
        call = Call(
            method="DELETE",
            path=path_of("/v1/beneficiaries/{}", beneficiary_id),
            query={"accountId": account_id},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(ArchivedBeneficiary, call)

    def change_beneficiary(
        self,
        beneficiary_id: str,
        *,
        account_id: str,
        status: ChangeBeneficiaryStanding | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Beneficiary:
        """Change the notes on a beneficiary, or whether it is paid. Requires ``beneficiaries:write``."""
        call = Call(
            method="PATCH",
            path=path_of("/v1/beneficiaries/{}", beneficiary_id),
            query={"accountId": account_id},
            body={"status": status, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Beneficiary, call)


class Errors:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_errors(
        self,
        *,
        category: ErrorKind | None = None,
        status: int | None = None,
        outcome: Outcome | None = None,
        retry: Retry | None = None,
        since: str | None = None,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[ErrorDescription]:
        """List all error codes: their meaning, their effect on the request, and their form in each error contract."""
        call = Call(
            method="GET",
            path="/v1/errors",
            query={"category": category, "status": status, "outcome": outcome, "retry": retry, "since": since, "limit": page_size},
            headers=headers,
        )
        return self._sender.list(ErrorDescription, call)


class Feeds:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_connections(
        self,
        *,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Connection]:
        """List your organization's open WebSockets, on all nodes, newest first. Requires ``feed:read``."""
        call = Call(
            method="GET",
            path="/v1/connections",
            query={"limit": page_size},
            headers=headers,
        )
        return self._sender.list(Connection, call)

    def close_connection(
        self,
        connection_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> ClosedConnection:
        """Close a WebSocket of your organization, on whichever node it is. Requires ``feed:write``."""
        call = Call(
            method="DELETE",
            path=path_of("/v1/connections/{}", connection_id),
            headers=headers,
        )
        return self._sender.send(ClosedConnection, call)

    def issue_ticket(
        self,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Ticket:
        """Get a ticket that opens one WebSocket from your address within 30 seconds, in the query instead of a key. Requires ``feed:read``."""
        call = Call(
            method="POST",
            path="/v1/realtime/tickets",
            headers=headers,
        )
        return self._sender.send(Ticket, call)


class Fees:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_crypto_payout_fee(
        self,
        *,
        chain_name: ChainName,
        asset: Asset,
        headers: Mapping[str, str] | None = None,
    ) -> FeeSchedule:
        """Read what a payout over a blockchain costs now. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path="/v1/fees/crypto-payout",
            query={"chainName": chain_name, "asset": asset},
            headers=headers,
        )
        return self._sender.send(FeeSchedule, call)

    def get_fiat_payout_fee(
        self,
        *,
        method: BankMethod,
        asset: Asset,
        headers: Mapping[str, str] | None = None,
    ) -> FeeSchedule:
        """Read what a payout through a bank costs now. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path="/v1/fees/fiat-payout",
            query={"method": method, "asset": asset},
            headers=headers,
        )
        return self._sender.send(FeeSchedule, call)


class Market:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_depth(
        self,
        *,
        symbol: str,
        limit: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Depth:
        """Read the current prices of quotes by size. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path="/v1/market/depth",
            query={"symbol": symbol, "limit": limit},
            headers=headers,
        )
        return self._sender.send(Depth, call)

    def list_candles(
        self,
        *,
        symbol: str,
        interval: CandleInterval,
        start_time: int | None = None,
        end_time: int | None = None,
        limit: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Candles:
        """List candles, oldest first. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path="/v1/market/kline",
            query={"symbol": symbol, "interval": interval, "start_time": start_time, "end_time": end_time, "limit": limit},
            headers=headers,
        )
        return self._sender.send(Candles, call)

    def get_tickers(
        self,
        *,
        symbol: str | None = None,
        symbols: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Tickers:
        """Read prices: of one symbol, or of up to 50 separated by commas. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path="/v1/market/ticker",
            query={"symbol": symbol, "symbols": symbols},
            headers=headers,
        )
        return self._sender.send(Tickers, call)

    def list_market_trades(
        self,
        *,
        symbol: str,
        limit: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> MarketTrades:
        """List the latest trades of all organizations, newest first, without names. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path="/v1/market/trades",
            query={"symbol": symbol, "limit": limit},
            headers=headers,
        )
        return self._sender.send(MarketTrades, call)

    def list_symbols(
        self,
        *,
        type: Sequence[str] | None = None,
        market: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Symbols:
        """List the traded symbols. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path="/v1/symbols/available",
            query={"type": type, "market": market, "limit": limit, "offset": offset},
            headers=headers,
        )
        return self._sender.send(Symbols, call)


class Organizations:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_authorizations(
        self,
        *,
        role: str | None = None,
        status: LetterStatus | None = None,
        type: AuthorizationType | None = None,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Authorization]:
        """
        List the letters of authorization that your organization grants, and those by which it is authorized, newest first. Requires
        ``organization:read``.
        """
        call = Call(
            method="GET",
            path="/v1/authorizations",
            query={"role": role, "status": status, "type": type, "limit": page_size},
            headers=headers,
        )
        return self._sender.list(Authorization, call)

    def grant_authorization(
        self,
        *,
        authorized_organization_id: str,
        type: AuthorizationType,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Authorization:
        """
        Sign a letter of authorization: another organization may act for yours with Nxos-On-Behalf-Of, as soon as yours is verified. Requires
        ``organization:write``.
        """
        call = Call(
            method="POST",
            path="/v1/authorizations",
            body={"authorizedOrganizationId": authorized_organization_id, "type": type},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Authorization, call)

    def revoke_authorization(
        self,
        *,
        granting_organization_id: str,
        authorized_organization_id: str,
        type: AuthorizationType,
        reason: str | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Authorization:
        """Revoke a letter of authorization, of which your organization is either party. Requires ``organization:write``."""
        call = Call(
            method="POST",
            path="/v1/authorizations/revoke",
            body={"grantingOrganizationId": granting_organization_id, "authorizedOrganizationId": authorized_organization_id, "type": type, "reason": reason},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Authorization, call)

    def get_own_organization(
        self,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Organization:
        """Read your organization, or the one that you act for. Requires ``organization:read``."""
        call = Call(
            method="GET",
            path="/v1/organizations",
            headers=headers,
        )
        return self._sender.send(Organization, call)

    def create_customer(
        self,
        *,
        name: str,
        type: OrganizationType,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Organization:
        """Create an organization that is a customer of yours, with a primary account and without a key. Requires ``organization:write``."""
        call = Call(
            method="POST",
            path="/v1/organizations",
            body={"name": name, "type": type, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Organization, call)

    def change_network_settings(
        self,
        *,
        enabled: bool | None = None,
        handle: str | None = None,
        show_organization_name: bool | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> NetworkSettings:
        """
        Change how your organization is known on the network, over which organizations pay each other by handle. Requires ``organization:write``.
        """
        call = Call(
            method="PATCH",
            path="/v1/organizations/nxosnet",
            body={"enabled": enabled, "handle": handle, "showOrganizationName": show_organization_name},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(NetworkSettings, call)

    def get_verification(
        self,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Verification:
        """Read how far the verification has got. Requires ``organization:read``."""
        call = Call(
            method="GET",
            path="/v1/organizations/verification",
            headers=headers,
        )
        return self._sender.send(Verification, call)

    def start_verification(
        self,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> VerificationSession:
        """
        Open a session in which the organization hands in its documents, and signs the letter of authorization of the organization that created it.
        Requires ``organization:write``.
        """
        call = Call(
            method="POST",
            path="/v1/organizations/verification",
            headers=headers,
        )
        return self._sender.send(VerificationSession, call)

    def import_verification(
        self,
        *,
        share_token: str,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Verification:
        """Take over what the organization has handed in elsewhere, by a token that the provider there has made. Requires ``organization:write``."""
        call = Call(
            method="POST",
            path="/v1/organizations/verification/import",
            body={"shareToken": share_token},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Verification, call)

    def get_organization(
        self,
        organization_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Organization:
        """Read your organization by its id. Requires ``organization:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/organizations/{}", organization_id),
            headers=headers,
        )
        return self._sender.send(Organization, call)


class Quotes:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_quotes(
        self,
        *,
        account_id: str | None = None,
        status: Sequence[QuoteStatus] | None = None,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Quote]:
        """List your quotes, newest first. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path="/v1/quotes",
            query={"accountId": account_id, "status": status, "limit": page_size},
            headers=headers,
        )
        return self._sender.list(Quote, call)

    def create_quote(
        self,
        *,
        account_id: str,
        from_asset: Asset,
        to_asset: Asset,
        from_amount: Amount | None = None,
        to_amount: Amount | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Quote:
        """Request a firm price, valid for a few minutes. Requires ``quotes:write``."""
        call = Call(
            method="POST",
            path="/v1/quotes",
            body={"accountId": account_id, "fromAsset": from_asset, "toAsset": to_asset, "fromAmount": from_amount, "toAmount": to_amount},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Quote, call)

    def get_quote(
        self,
        quote_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Quote:
        """Read a quote. Requires ``quotes:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/quotes/{}", quote_id),
            headers=headers,
        )
        return self._sender.send(Quote, call)

    def execute_quote(
        self,
        quote_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Trade:
        """Execute a quote, once. Requires ``quotes:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/quotes/{}/execute", quote_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Trade, call)

    def convert(
        self,
        *,
        account_id: str,
        from_asset: Asset,
        to_asset: Asset,
        from_amount: Amount,
        min_to_amount: Amount | None = None,
        slippage_bps: int | None = None,
        reference: str | None = None,
        description: str | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Trade:
        """Convert at once, at the price of the moment. Requires ``quotes:write``."""
        call = Call(
            method="POST",
            path="/v1/transactions/conversions",
            body={"accountId": account_id, "fromAsset": from_asset, "toAsset": to_asset, "fromAmount": from_amount, "minToAmount": min_to_amount, "slippageBps": slippage_bps, "reference": reference, "description": description, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Trade, call)


class Sandbox:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def deposit(
        self,
        *,
        account_id: str,
        asset: Asset,
        amount: Amount,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Deposit money on an account, at once: fiat assets from a bank, stablecoins over a chain. Requires ``sandbox:write``."""
        call = Call(
            method="POST",
            path="/v1/sandbox/deposits",
            body={"accountId": account_id, "asset": asset, "amount": amount},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transaction, call)

    def create_organization(
        self,
        *,
        name: str,
        status: OrganizationStatus | None = None,
        crypto_payouts_enabled: bool | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> SandboxOrganization:
        """Create an organization with a primary account and a key, which is shown this once. Requires ``sandbox:write``."""
        call = Call(
            method="POST",
            path="/v1/sandbox/organizations",
            body={"name": name, "status": status, "cryptoPayoutsEnabled": crypto_payouts_enabled},
            headers=headers,
        )
        return self._sender.send(SandboxOrganization, call)

    def change_organization(
        self,
        organization_id: str,
        *,
        status: OrganizationStatus | None = None,
        crypto_payouts_enabled: bool | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Organization:
        """
        Act as the operator of an organization that you have created: approve or close it, or switch its crypto payouts. Requires ``sandbox:write``.
        """
        call = Call(
            method="PATCH",
            path=path_of("/v1/sandbox/organizations/{}", organization_id),
            body={"status": status, "cryptoPayoutsEnabled": crypto_payouts_enabled},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Organization, call)

    def decline(
        self,
        transaction_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Decline a LOCKED payout: the money becomes available again. Requires ``sandbox:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/sandbox/transactions/{}/decline", transaction_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transaction, call)

    def bring_back(
        self,
        transaction_id: str,
        *,
        amount: Amount | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """
        Let money of a COMPLETED payout come back, all that is still out or a part, by a transaction of its own: the answer is that. Requires
        ``sandbox:write``.
        """
        call = Call(
            method="POST",
            path=path_of("/v1/sandbox/transactions/{}/return", transaction_id),
            body={"amount": amount},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transaction, call)

    def settle(
        self,
        transaction_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Settle a LOCKED payout. Requires ``sandbox:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/sandbox/transactions/{}/settle", transaction_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transaction, call)


class Transactions:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_payout_batches(
        self,
        *,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[PayoutBatch]:
        """List your batches of payouts, newest first. Requires ``transactions:read``."""
        call = Call(
            method="GET",
            path="/v1/payout-batches",
            query={"limit": page_size},
            headers=headers,
        )
        return self._sender.list(PayoutBatch, call)

    def get_payout_batch(
        self,
        batch_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> PayoutBatch:
        """Read a batch of payouts: how many of its items are in each state. Requires ``transactions:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/payout-batches/{}", batch_id),
            headers=headers,
        )
        return self._sender.send(PayoutBatch, call)

    def cancel_payout_batch(
        self,
        batch_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> PayoutBatch:
        """Cancel what of a batch is not decided yet. Requires ``payouts:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/payout-batches/{}/cancel", batch_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(PayoutBatch, call)

    def list_batch_items(
        self,
        batch_id: str,
        *,
        status: PayoutBatchState | None = None,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[BatchItem]:
        """
        List the items of a batch in the order of its body, each with its transaction or with what it was refused for. Requires ``transactions:read``.
        """
        call = Call(
            method="GET",
            path=path_of("/v1/payout-batches/{}/items", batch_id),
            query={"status": status, "limit": page_size},
            headers=headers,
        )
        return self._sender.list(BatchItem, call)

    def list_transactions(
        self,
        *,
        metadata: Mapping[str, str] | None = None,
        account_id: str | None = None,
        beneficiary_id: str | None = None,
        reference: str | None = None,
        type: Sequence[TransactionType] | None = None,
        status: Sequence[TransactionStatus] | None = None,
        asset: Asset | None = None,
        amount: Amount | None = None,
        amount_gte: Amount | None = None,
        amount_lte: Amount | None = None,
        created_at_gte: datetime | None = None,
        created_at_lte: datetime | None = None,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Transaction]:
        """List your transactions, newest first. Requires ``transactions:read``."""
        call = Call(
            method="GET",
            path="/v1/transactions",
            query={"metadata": metadata, "accountId": account_id, "beneficiaryId": beneficiary_id, "reference": reference, "type": type, "status": status, "asset": asset, "amount": amount, "amountGte": amount_gte, "amountLte": amount_lte, "createdAtGte": created_at_gte, "createdAtLte": created_at_lte, "limit": page_size},
            headers=headers,
        )
        return self._sender.list(Transaction, call)

    def pay_out_crypto(
        self,
        *,
        account_id: str,
        beneficiary_id: str,
        amount: Amount,
        asset: Asset,
        chain_name: ChainName,
        expected_fee_schedule: ExpectedFeeSchedule | None = None,
        execute_at: datetime | None = None,
        reference: str | None = None,
        description: str | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> CryptoPayout:
        """Pay a beneficiary over a blockchain. Requires ``payouts:write``."""
        call = Call(
            method="POST",
            path="/v1/transactions/crypto-payouts",
            body={"accountId": account_id, "beneficiaryId": beneficiary_id, "amount": amount, "asset": asset, "chainName": chain_name, "expectedFeeSchedule": expected_fee_schedule, "executeAt": execute_at, "reference": reference, "description": description, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(CryptoPayout, call)

    def pay_out_fiat(
        self,
        *,
        account_id: str,
        beneficiary_id: str,
        amount: Amount,
        asset: Asset,
        method: BankMethod,
        expected_fee_schedule: ExpectedFeeSchedule | None = None,
        execute_at: datetime | None = None,
        reference: str | None = None,
        description: str | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> FiatPayout:
        """Pay a beneficiary through a bank. Requires ``payouts:write``."""
        call = Call(
            method="POST",
            path="/v1/transactions/fiat-payouts",
            body={"accountId": account_id, "beneficiaryId": beneficiary_id, "amount": amount, "asset": asset, "method": method, "expectedFeeSchedule": expected_fee_schedule, "executeAt": execute_at, "reference": reference, "description": description, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(FiatPayout, call)

    def transfer_over_network(
        self,
        *,
        account_id: str,
        beneficiary_id: str,
        amount: Amount,
        asset: Asset,
        reference: str | None = None,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> NetworkTransfer:
        """Pay another organization, a beneficiary of the network. Requires ``payouts:write``."""
        call = Call(
            method="POST",
            path="/v1/transactions/nxosnet-transfers",
            body={"accountId": account_id, "beneficiaryId": beneficiary_id, "amount": amount, "asset": asset, "reference": reference, "note": note, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(NetworkTransfer, call)

    def transfer_between_accounts(
        self,
        *,
        from_account_id: str,
        to_account_id: str,
        amount: Amount,
        asset: Asset,
        reference: str | None = None,
        description: str | None = None,
        tags: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transfer:
        """Move money from one of your accounts to another. Requires ``payouts:write``."""
        call = Call(
            method="POST",
            path="/v1/transactions/transfers",
            body={"fromAccountId": from_account_id, "toAccountId": to_account_id, "amount": amount, "asset": asset, "reference": reference, "description": description, "tags": tags, "metadata": metadata},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transfer, call)

    def get_transaction(
        self,
        transaction_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Read a transaction. Requires ``transactions:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/transactions/{}", transaction_id),
            headers=headers,
        )
        return self._sender.send(Transaction, call)

    def approve_payout(
        self,
        transaction_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Approve a payout that waits for it: its money is set aside, and it is sent. Requires ``payouts:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/transactions/{}/approve", transaction_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transaction, call)

    def cancel_payout(
        self,
        transaction_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Cancel a payout that waits, for its time or for a decision: it is DECLINED, and its reference is free. Requires ``payouts:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/transactions/{}/cancel", transaction_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transaction, call)

    def reject_payout(
        self,
        transaction_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Reject a payout that waits for its approval: it is DECLINED. Requires ``payouts:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/transactions/{}/reject", transaction_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transaction, call)

    def reverse_transaction(
        self,
        transaction_id: str,
        *,
        reason: str,
        evidence: str,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Transaction:
        """
        Undo a trade that was made by mistake, once and soon: everything it moved moves back, its fee included, by a transaction of its own. Requires
        ``transactions:reverse``.
        """
        call = Call(
            method="POST",
            path=path_of("/v1/transactions/{}/reverse", transaction_id),
            body={"reason": reason, "evidence": evidence},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Transaction, call)


class Users:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def log_in(
        self,
        *,
        email: str,
        password: str,
        remember_me: bool | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Login:
        """Log in."""
        call = Call(
            method="POST",
            path="/v1/auth/login",
            body={"email": email, "password": password, "rememberMe": remember_me},
            headers=headers,
        )
        return self._sender.send(Login, call)

    def log_out(
        self,
        *,
        refresh_token: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Logout:
        """Log out: ends the session of this request, and that of the given refresh token. Requires ``organization:read``."""
        call = Call(
            method="POST",
            path="/v1/auth/logout",
            body={"refreshToken": refresh_token},
            headers=headers,
        )
        return self._sender.send(Logout, call)

    def get_user(
        self,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> User:
        """Read the user that is logged in. Requires ``organization:read``."""
        call = Call(
            method="GET",
            path="/v1/auth/me",
            headers=headers,
        )
        return self._sender.send(User, call)

    def change_password(
        self,
        *,
        current_password: str,
        new_password: str,
        remember_me: bool | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Login:
        """Change your password. Requires ``organization:read``."""
        call = Call(
            method="POST",
            path="/v1/auth/password",
            body={"currentPassword": current_password, "newPassword": new_password, "rememberMe": remember_me},
            headers=headers,
        )
        return self._sender.send(Login, call)

    def refresh(
        self,
        *,
        refresh_token: str,
        headers: Mapping[str, str] | None = None,
    ) -> AccessToken:
        """Get a new access token."""
        call = Call(
            method="POST",
            path="/v1/auth/refresh",
            body={"refreshToken": refresh_token},
            headers=headers,
        )
        return self._sender.send(AccessToken, call)

    def register(
        self,
        *,
        email: str,
        password: str,
        organization_name: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Registration:
        """Register a user with a new organization and its primary account."""
        call = Call(
            method="POST",
            path="/v1/auth/register",
            body={"email": email, "password": password, "organizationName": organization_name},
            headers=headers,
        )
        return self._sender.send(Registration, call)

    def list_sessions(
        self,
        *,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Session]:
        """List your open sessions, newest first. Requires ``organization:read``."""
        call = Call(
            method="GET",
            path="/v1/auth/sessions",
            query={"limit": page_size},
            headers=headers,
        )
        return self._sender.list(Session, call)

    def end_session(
        self,
        session_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Session:
        """End one of your sessions. Requires ``organization:read``."""
        call = Call(
            method="DELETE",
            path=path_of("/v1/auth/sessions/{}", session_id),
            headers=headers,
        )
        return self._sender.send(Session, call)


class Webhooks:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_webhook_endpoints(
        self,
        *,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Endpoint]:
        """List your endpoints, newest first. Requires ``webhooks:read``."""
        call = Call(
            method="GET",
            path="/v1/webhooks/endpoints",
            query={"limit": page_size},
            headers=headers,
        )
        return self._sender.list(Endpoint, call)

    def create_webhook_endpoint(
        self,
        *,
        url: str,
        description: str | None = None,
        event_types: Sequence[EventType] | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Endpoint:
        """Create an endpoint. Requires ``webhooks:write``."""
        call = Call(
            method="POST",
            path="/v1/webhooks/endpoints",
            body={"url": url, "description": description, "eventTypes": event_types},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Endpoint, call)

    def get_webhook_endpoint(
        self,
        endpoint_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Endpoint:
        """Read an endpoint. Requires ``webhooks:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/webhooks/endpoints/{}", endpoint_id),
            headers=headers,
        )
        return self._sender.send(Endpoint, call)

    def delete_webhook_endpoint(
        self,
        endpoint_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> DeletedEndpoint:
        """Delete an endpoint. Requires ``webhooks:write``."""
        call = Call(
            method="DELETE",
            path=path_of("/v1/webhooks/endpoints/{}", endpoint_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(DeletedEndpoint, call)

    def change_webhook_endpoint(
        self,
        endpoint_id: str,
        *,
        url: str | None = None,
        description: str | None = None,
        event_types: Sequence[EventType] | None = None,
        disabled: bool | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Endpoint:
        """Change an endpoint. Requires ``webhooks:write``."""
        call = Call(
            method="PATCH",
            path=path_of("/v1/webhooks/endpoints/{}", endpoint_id),
            body={"url": url, "description": description, "eventTypes": event_types, "disabled": disabled},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Endpoint, call)

    def list_webhook_attempts(
        self,
        endpoint_id: str,
        *,
        page_size: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Attempt]:
        """List the attempts to deliver messages to an endpoint, newest first. Requires ``webhooks:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/webhooks/endpoints/{}/attempts", endpoint_id),
            query={"limit": page_size},
            headers=headers,
        )
        return self._sender.list(Attempt, call)

    def resend_webhook_message(
        self,
        endpoint_id: str,
        message_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Message:
        """Send a message to an endpoint again, under the same id, whether or not it was delivered. Requires ``webhooks:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/webhooks/endpoints/{}/messages/{}/resend", endpoint_id, message_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Message, call)

    def replay_webhook_events(
        self,
        endpoint_id: str,
        *,
        from_: datetime,
        until: datetime,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Replay:
        """Send an endpoint the events of a period again that it subscribes to, as far as they are kept: seven days. Requires ``webhooks:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/webhooks/endpoints/{}/replay", endpoint_id),
            body={"from": from_, "until": until},
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Replay, call)

    def get_webhook_endpoint_secret(
        self,
        endpoint_id: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> EndpointSecret:
        """Read the secret that verifies an endpoint's messages. Requires ``webhook-secrets:read``."""
        call = Call(
            method="GET",
            path=path_of("/v1/webhooks/endpoints/{}/secret", endpoint_id),
            headers=headers,
        )
        return self._sender.send(EndpointSecret, call)

    def rotate_webhook_endpoint_secret(
        self,
        endpoint_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Endpoint:
        """Rotate an endpoint's secret. Requires ``webhooks:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/webhooks/endpoints/{}/secret/rotate", endpoint_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Endpoint, call)

    def test_webhook_endpoint(
        self,
        endpoint_id: str,
        *,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Message:
        """Send an endpoint a message of the type \\``webhook_endpoint. Requires ``webhooks:write``."""
        call = Call(
            method="POST",
            path=path_of("/v1/webhooks/endpoints/{}/test", endpoint_id),
            idempotency_key=idempotency_key or new_key(),
            headers=headers,
        )
        return self._sender.send(Message, call)


class Operations:
    """All of them."""

    def __init__(self, sender: Sender) -> None:
        self.accounts = Accounts(sender)
        self.api_keys = ApiKeys(sender)
        self.audit = Audit(sender)
        self.beneficiaries = Beneficiaries(sender)
        self.errors = Errors(sender)
        self.feeds = Feeds(sender)
        self.fees = Fees(sender)
        self.market = Market(sender)
        self.organizations = Organizations(sender)
        self.quotes = Quotes(sender)
        self.sandbox = Sandbox(sender)
        self.transactions = Transactions(sender)
        self.users = Users(sender)
        self.webhooks = Webhooks(sender)
