-- How an organization stands with its operator. Those that are here already have been let in.
alter table organizations
  add column status text not null default 'APPROVED' check (status in ('APPROVED', 'NOT_APPROVED', 'CLOSED')),
  add column created_by uuid;
alter table organizations alter column status drop default;

-- A key as its owner manages it. The keys that are here already may do everything, as they could, and the revoked ones nothing.
alter table api_keys
  add column name text not null default '' check (char_length(name) <= 100),
  add column status text not null default 'ENABLED' check (status in ('CREATED', 'ENABLED', 'LOCKED', 'DELETED')),
  add column display_prefix text not null default '',
  add column permissions text[] not null default '{}',
  add column tier text not null default 'ORACLE' check (tier in ('STREAM', 'QUANT', 'PULSE', 'ORACLE')),
  add column allowed_addresses text[] not null default '{}',
  add column dialect text not null default '',
  add column signed_requests_only boolean not null default false,
  add column expires_at timestamptz,
  add column former_hash text,
  add column former_works_until timestamptz,
  add column updated_at timestamptz,
  add column last_used_at timestamptz,
  add constraint api_keys_former_secret check (num_nulls(former_hash, former_works_until) in (0, 2));

update api_keys
set name = 'Key ' || numbered.number,
  status = case when revoked then 'DELETED' else 'ENABLED' end,
  display_prefix = case environment when 'LIVE' then 'nxos_sk_live_' else 'nxos_sk_test_' end,
  permissions = '{organization:read,accounts:read,accounts:write,beneficiaries:read,beneficiaries:write,quotes:read,quotes:write,'
    'transactions:read,transactions:write,payouts:write,api-keys:read,api-keys:write,audit:read,sandbox:write}',
  updated_at = created_at
from (select api_key_id, row_number() over (partition by organization_id order by api_key_id) as number from api_keys) as numbered
where numbered.api_key_id = api_keys.api_key_id;

alter table api_keys
  drop column revoked,
  drop constraint api_keys_hash_key,
  alter column name drop default,
  alter column status drop default,
  alter column display_prefix drop default,
  alter column permissions drop default,
  alter column tier drop default,
  alter column allowed_addresses drop default,
  alter column dialect drop default,
  alter column signed_requests_only drop default,
  alter column updated_at set not null;

create unique index api_keys_one_name on api_keys (organization_id, name) where status <> 'DELETED';
create index api_keys_newest_first on api_keys (organization_id, api_key_id desc) where status <> 'DELETED';

-- Every secret that a key ever had, by its hash. It leads from what is presented to the key, before anybody knows whose it is, so like the
-- organizations and the keys it belongs to no organization's part of the data.
create table api_key_secrets (
  hash text primary key,
  api_key_id uuid not null,
  organization_id uuid not null,
  issued_at timestamptz not null
);

insert into api_key_secrets (hash, api_key_id, organization_id, issued_at)
select hash, api_key_id, organization_id, created_at from api_keys;

-- What was done to an organization and its keys. Only ever appended to: the service may not update or delete here.
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

grant update (status, crypto_payouts_enabled) on organizations to corridor_service;
grant update (name, status, permissions, tier, allowed_addresses, dialect, signed_requests_only, expires_at, hash, display_prefix,
  former_hash, former_works_until, updated_at, last_used_at) on api_keys to corridor_service;
grant select, insert on api_key_secrets to corridor_service;
grant select, insert on audit_records to corridor_service;
