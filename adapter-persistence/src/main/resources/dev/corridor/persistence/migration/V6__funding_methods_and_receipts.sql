-- Where accounts are paid from outside: an address of a chain, or the house's account at a bank with a reference. Both are given by a key of the rail, and
-- then name it and have a number of it.
create table funding_methods (
  funding_method_id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  name text not null,
  type text not null check (type in ('CRYPTO_ADDRESS', 'BANK')),
  status text not null check (status in ('ACTIVE', 'INACTIVE', 'DELETED')),
  assets text[] not null,
  rail text not null,
  chain text,
  address text collate "C",
  bank text,
  holder text,
  iban text,
  bic text,
  reference text,
  deposit_key text,
  key_index bigint,
  created_at timestamptz not null,
  primary key (funding_method_id, organization_id),
  foreign key (account_id, organization_id) references accounts,
  constraint funding_methods_details check (
    (num_nonnulls(chain, address), num_nonnulls(bank, holder, iban, bic, reference)) = case type when 'CRYPTO_ADDRESS' then (2, 0) else (0, 5) end),
  constraint funding_methods_derived check (num_nulls(deposit_key, key_index) in (0, 2))
);

create index funding_methods_of_account on funding_methods (account_id, funding_method_id);
create unique index funding_methods_by_address on funding_methods (chain, address, organization_id) where address is not null;
create unique index funding_methods_by_reference on funding_methods (reference, organization_id) where reference is not null;

grant select, insert, update (status) on funding_methods to corridor_service;

-- What funding methods are given by: the key that addresses are derived from, or the account at a bank, by a fingerprint. The row is the lock under which numbers are given out, without gaps. Every account up to
-- provided_to has its own, but for those that were being opened when it was reached.
create table deposit_keys (
  rail text not null,
  deposit_key text not null,
  next_index bigint not null check (next_index >= 0),
  provided_to uuid not null,
  primary key (rail, deposit_key)
);

grant select, insert, update (next_index, provided_to) on deposit_keys to corridor_service;

-- How far each chain has been read for deposits.
create table deposit_cursors (
  chain text primary key,
  next_block bigint not null check (next_block >= 0),
  leased_until timestamptz not null
);

grant select, insert, update (next_block, leased_until) on deposit_cursors to corridor_service;

-- What has arrived at rails, once for each arrival: the id is a hash of the rail and its reference. The receipts are the house's. What is in an account
-- names the transaction that credits it, which the same database transaction has written; what is SUSPENDED is in no account yet, and what is
-- OFFSET undoes a debit that the books do not have. An amount that accounts
-- can hold is in the asset's smallest unit; of other things, asset and units are as the rail has them. facts are what the rail says
-- of the arrival, and the transaction's details; which ones, and in which order, follows from the type.
create table receipts (
  receipt_id uuid primary key,
  rail text not null,
  reference text not null,
  asset text not null,
  units numeric(78) not null check (units > 0),
  is_known boolean not null,
  payer text not null,
  payee text not null,
  arrived_at timestamptz not null,
  type text not null check (type in ('CRYPTO_PAYIN', 'FIAT_PAYIN')),
  facts text[] not null,
  status text not null check (status in ('CREDITED', 'SUSPENDED', 'ASSIGNED', 'RETURNED', 'OFFSET')),
  reason text,
  organization_id uuid,
  account_id uuid,
  transaction_id uuid,
  decided_by text,
  evidence text,
  recorded_at timestamptz not null,
  updated_at timestamptz not null,
  constraint receipts_credit check (num_nulls(organization_id, account_id, transaction_id) = case when status in ('CREDITED', 'ASSIGNED') then 0 else 3 end),
  constraint receipts_suspense check ((reason is null) = (status in ('CREDITED', 'OFFSET'))),
  constraint receipts_resolution check (num_nulls(decided_by, evidence) = case when status in ('ASSIGNED', 'RETURNED') then 0 else 2 end)
);

create unique index receipts_of_transaction on receipts (transaction_id) where transaction_id is not null;
create index receipts_longest_suspended_first on receipts (recorded_at, receipt_id) where status = 'SUSPENDED';

grant select, insert, update (status, organization_id, account_id, transaction_id, decided_by, evidence, updated_at) on receipts to corridor_service;
