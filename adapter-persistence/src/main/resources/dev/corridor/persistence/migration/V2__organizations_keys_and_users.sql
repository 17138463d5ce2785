create table organizations (
  organization_id uuid primary key,
  name text not null check (name <> ''),
  type text not null check (type in ('BUSINESS', 'INDIVIDUAL')),
  verification text not null check (verification in ('NOT_STARTED', 'PENDING', 'APPROVED', 'REJECTED', 'ON_HOLD', 'RESUBMISSION_REQUIRED')),
  status text not null check (status in ('APPROVED', 'NOT_APPROVED', 'CLOSED')),
  crypto_payouts_enabled boolean not null,
  created_by uuid,
  metadata jsonb not null check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint organizations_status check (status = 'CLOSED' or (status = 'APPROVED') = (verification = 'APPROVED'))
);

create index organizations_pending on organizations (organization_id) where verification = 'PENDING';

grant select, insert, update (verification, status, crypto_payouts_enabled, updated_at) on organizations to corridor_service;

-- An API key. former_hash is the previous secret, which works until former_works_until. Signing secrets are sealed by a key that is not in the
-- database. They and signature_format are null where requests need no signature.
create table api_keys (
  api_key_id uuid primary key,
  organization_id uuid not null references organizations,
  environment text not null check (environment in ('SANDBOX', 'LIVE')),
  name text not null check (char_length(name) <= 100),
  status text not null check (status in ('CREATED', 'ENABLED', 'LOCKED', 'DELETED')),
  permissions text[] not null,
  tier text not null check (tier in ('STREAM', 'QUANT', 'PULSE', 'ORACLE')),
  allowed_addresses text[] not null,
  dialect text not null,
  signature_format text check (signature_format in ('NEXPAY', 'CORRIDOR')),
  expires_at timestamptz,
  hash text not null,
  display_prefix text not null,
  signing_secret text,
  former_hash text,
  former_signing_secret text,
  former_works_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_used_at timestamptz,
  constraint api_keys_former_secret check (num_nulls(former_hash, former_works_until) in (0, 2))
);

create unique index api_keys_one_name on api_keys (organization_id, name) where status <> 'DELETED';
create index api_keys_newest_first on api_keys (organization_id, api_key_id desc) where status <> 'DELETED';

grant select, insert, update (name, status, permissions, tier, allowed_addresses, dialect, signature_format, expires_at, hash,
  display_prefix, signing_secret, former_hash, former_signing_secret, former_works_until, updated_at, last_used_at) on api_keys to corridor_service;

-- Every secret that a key ever had, by its hash. It leads from a presented secret to the key before the organization is known.
create table api_key_secrets (
  hash text primary key,
  api_key_id uuid not null,
  organization_id uuid not null,
  issued_at timestamptz not null
);

grant select, insert on api_key_secrets to corridor_service;

-- The greatest nonce of each secret that signs. A rotated key starts again.
create table nonces (
  secret_hash text not null,
  organization_id uuid not null,
  last_nonce bigint not null check (last_nonce >= 0),
  primary key (secret_hash, organization_id)
);

grant select, insert, update (last_nonce) on nonces to corridor_service;

-- People who log in. The e-mail address leads to a user before the organization is known.
create table users (
  user_id uuid primary key,
  organization_id uuid not null,
  email text not null unique,
  password_hash text not null,
  failed_logins int not null check (failed_logins >= 0),
  locked_until timestamptz,
  created_at timestamptz not null
);

grant select, insert, update (password_hash, failed_logins, locked_until) on users to corridor_service;

-- What logins begin. A session is over when it expires, or before that if it was ended. refresh_token_id is the refresh token that is good; those
-- before it have been replaced. A row may be deleted when the access tokens that it issued last have expired too.
create table sessions (
  session_id uuid not null,
  organization_id uuid not null,
  user_id uuid not null,
  refresh_token_id uuid not null,
  address text not null,
  started_at timestamptz not null,
  refreshed_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (session_id, organization_id)
);

create index sessions_newest_first on sessions (organization_id, user_id, session_id desc) where ended_at is null;
create index sessions_soonest_expiry_first on sessions (expires_at);

grant select, insert, update (refresh_token_id, refreshed_at, ended_at), delete on sessions to corridor_service;

-- The audit trail of organizations, keys and decisions of operators. Append-only.
create table audit_records (
  audit_record_id uuid not null,
  organization_id uuid not null,
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null check (jsonb_typeof(details) = 'object'),
  request_id text not null,
  address text not null,
  recorded_at timestamptz not null,
  primary key (audit_record_id, organization_id)
);

create index audit_records_newest_first on audit_records (organization_id, audit_record_id desc);

grant select, insert on audit_records to corridor_service;

-- What is spent of limits that all nodes count together. A row is inserted empty and filled under its lock. state is Bucket4j's, expires_at is in
-- milliseconds since 1970. Not unlogged, because a month's quota must survive a crash. No transaction on money touches it.
create table allowances (
  allowance text primary key,
  state bytea,
  expires_at bigint
);

create index allowances_soonest_expiry_first on allowances (expires_at);

grant select, insert, update, delete on allowances to corridor_service;
