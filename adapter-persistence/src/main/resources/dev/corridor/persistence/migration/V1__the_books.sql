-- Money is a bigint of the asset's smallest units, and the asset's code stands beside it. Identifiers are UUIDs of version 7,
-- which sort by age. Texts that were not given are empty, not null.
--
-- Whatever belongs to an organization carries organization_id in every primary, unique and foreign key, and refers to nothing outside
-- the organization, so that the tables can be distributed by it. The column that selects best leads each key: a plan made while the
-- table is still empty then reads one row, and not the organization's whole history. There are no triggers.

create table organizations (
  organization_id uuid primary key,
  name text not null check (name <> ''),
  crypto_payouts_enabled boolean not null,
  created_at timestamptz not null
);

create table api_keys (
  api_key_id uuid primary key,
  organization_id uuid not null references organizations,
  environment text not null check (environment in ('SANDBOX', 'LIVE')),
  hash text not null unique,
  revoked boolean not null,
  created_at timestamptz not null
);

create table accounts (
  account_id uuid not null,
  organization_id uuid not null,
  name text not null,
  description text not null,
  is_primary boolean not null,
  status text not null check (status in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, organization_id)
);

create index accounts_newest_first on accounts (organization_id, account_id desc);
create unique index accounts_one_primary on accounts (organization_id) where is_primary;

-- Updated by every movement of an account. The free space in each page keeps the updates in place, without touching the index.
create table balances (
  account_id uuid not null,
  asset text not null,
  organization_id uuid not null,
  available bigint not null check (available >= 0),
  locked bigint not null check (locked >= 0),
  primary key (account_id, asset, organization_id),
  foreign key (account_id, organization_id) references accounts
) with (fillfactor = 80);

create table beneficiaries (
  beneficiary_id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  nickname text not null,
  status text not null check (status in ('ACTIVE', 'INACTIVE', 'BLOCKED', 'ARCHIVED')),
  type text not null,
  chain text,
  address text,
  bank_name text,
  method text check (method in ('WIRE', 'SEPA', 'ACH')),
  currency text,
  swift_code text,
  account_number text,
  iban text,
  routing_number text,
  bank_country text,
  bank_address_line1 text,
  bank_city text,
  bank_region text,
  bank_zip_code text,
  intermediary_name text,
  intermediary_swift_code text,
  intermediary_address text,
  entity_type text check (entity_type in ('INDIVIDUAL', 'BUSINESS')),
  label text not null,
  email text not null,
  phone_number text not null,
  first_name text not null,
  last_name text not null,
  legal_name text not null,
  date_of_birth date,
  business_name text not null,
  registration_number text not null,
  address_line1 text not null,
  address_line2 text not null,
  city text not null,
  region text not null,
  zip_code text not null,
  country text not null,
  tax_id text not null,
  tax_id_type text not null,
  tags text[] not null,
  metadata jsonb not null check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (beneficiary_id, organization_id),
  foreign key (account_id, organization_id) references accounts,
  constraint beneficiaries_destination check (
    case type
      when 'CRYPTO' then
        num_nulls(chain, address) = 0
        and num_nonnulls(bank_name, method, currency, swift_code, account_number, iban, routing_number, bank_country,
          bank_address_line1, bank_city, bank_region, bank_zip_code, intermediary_name, intermediary_swift_code,
          intermediary_address) = 0
      when 'BANK' then
        num_nonnulls(chain, address) = 0
        and num_nulls(bank_name, method, currency, swift_code, account_number, iban, routing_number, bank_country,
          bank_address_line1, bank_city, bank_region, bank_zip_code, intermediary_name, intermediary_swift_code,
          intermediary_address) = 0
      else false
    end)
);

create index beneficiaries_newest_first on beneficiaries (account_id, beneficiary_id desc) where status <> 'ARCHIVED';

-- mid_rate is what one whole unit of from_asset is worth in whole units of to_asset, times ten to the tenth.
-- A quote that has not been executed is pending; that it has expired is a matter of the clock.
create table quotes (
  quote_id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  from_asset text not null,
  from_amount bigint not null check (from_amount > 0),
  to_asset text not null,
  to_amount bigint not null check (to_amount > 0),
  fee bigint not null check (fee >= 0),
  mid_rate bigint not null check (mid_rate > 0),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  executed_at timestamptz,
  primary key (quote_id, organization_id),
  foreign key (account_id, organization_id) references accounts,
  constraint quotes_two_assets check (from_asset <> to_asset),
  constraint quotes_fee_is_part_of_amount check (fee <= from_amount),
  constraint quotes_expire_after_issue check (expires_at > issued_at),
  constraint quotes_executed_in_time check (executed_at < expires_at)
) with (fillfactor = 80);

create table transactions (
  transaction_id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  type text not null,
  status text not null check (status in ('EXPECTED', 'LOCKED', 'COMPLETED', 'DECLINED', 'REFUNDED')),
  asset text not null,
  amount bigint not null check (amount > 0),
  quote_id uuid,
  received_asset text,
  received bigint check (received > 0),
  fee bigint check (fee >= 0),
  beneficiary_id uuid,
  chain text,
  to_address text,
  tx_hash text,
  method text check (method in ('WIRE', 'SEPA', 'ACH')),
  bank_name text,
  swift_code text,
  account_number text,
  iban text,
  description text not null,
  tags text[] not null,
  metadata jsonb not null check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (transaction_id, organization_id),
  foreign key (account_id, organization_id) references accounts,
  foreign key (quote_id, organization_id) references quotes,
  foreign key (beneficiary_id, organization_id) references beneficiaries,
  constraint transactions_details check (
    case type
      when 'TRADE' then
        status = 'COMPLETED'
        and num_nulls(quote_id, received_asset, received, fee) = 0
        and num_nonnulls(beneficiary_id, chain, to_address, tx_hash, method, bank_name, swift_code, account_number, iban) = 0
      when 'CRYPTO_PAYOUT' then
        num_nulls(beneficiary_id, chain, to_address, tx_hash) = 0
        and num_nonnulls(quote_id, received_asset, received, fee, method, bank_name, swift_code, account_number, iban) = 0
      when 'FIAT_PAYOUT' then
        num_nulls(beneficiary_id, method, bank_name, swift_code, account_number, iban) = 0
        and num_nonnulls(quote_id, received_asset, received, fee, chain, to_address, tx_hash) = 0
      when 'CRYPTO_PAYIN' then
        num_nonnulls(quote_id, received_asset, received, fee, beneficiary_id, chain, to_address, tx_hash, method, bank_name,
          swift_code, account_number, iban) = 0
      when 'FIAT_PAYIN' then
        num_nonnulls(quote_id, received_asset, received, fee, beneficiary_id, chain, to_address, tx_hash, method, bank_name,
          swift_code, account_number, iban) = 0
      else false
    end)
);

create index transactions_newest_first on transactions (organization_id, transaction_id desc);
create index transactions_of_account_newest_first on transactions (account_id, transaction_id desc);
create unique index transactions_one_trade_per_quote on transactions (quote_id, organization_id) where quote_id is not null;

-- The ledger. Only ever appended to: the service may not update or delete here. The primary key keeps one step from being posted twice;
-- entry_number orders the entries of an account as they were posted, and may have gaps.
create table entries (
  transaction_id uuid not null,
  line integer not null check (line >= 1),
  organization_id uuid not null,
  entry_number bigint not null generated always as identity,
  account_id uuid,
  bucket text check (bucket in ('AVAILABLE', 'LOCKED')),
  house_account text check (house_account in ('FX', 'FEES', 'SETTLEMENT', 'OUTSIDE_WORLD')),
  asset text not null,
  amount bigint not null check (amount <> 0),
  balance_after bigint check (balance_after >= 0),
  posted_at timestamptz not null,
  primary key (transaction_id, line, organization_id),
  foreign key (transaction_id, organization_id) references transactions,
  foreign key (account_id, organization_id) references accounts,
  constraint entries_of_a_customer_or_of_the_house check (
    case
      when house_account is null then num_nulls(account_id, bucket, balance_after) = 0
      else num_nonnulls(account_id, bucket, balance_after) = 0
    end)
);

create index entries_of_account_newest_first on entries (account_id, entry_number desc) where account_id is not null;

-- Signed transfers of crypto payouts. waiting_since is when the transfer was recorded or last claimed, and null once its payout has ended.
create table chain_transfers (
  transaction_id uuid not null,
  organization_id uuid not null,
  chain text not null,
  tx_hash text not null,
  raw text not null,
  waiting_since timestamptz,
  primary key (transaction_id, organization_id),
  foreign key (transaction_id, organization_id) references transactions
);

create index chain_transfers_longest_waiting_first on chain_transfers (waiting_since, transaction_id) where waiting_since is not null;
