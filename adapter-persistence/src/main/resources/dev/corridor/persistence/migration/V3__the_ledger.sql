-- The account's row is the lock of everything that belongs to the account. Decisions read under that lock what they refer to, and the service can
-- delete none of it. So quotes, transactions and postings have no foreign keys to what the lock has proved: they would cost twelve look-ups a
-- trade, more than the rest of its work. Nor have they checks of what their types guarantee, which each statement would read anew. `verify-books`
-- follows the references of the whole ledger, and checks what the types guarantee.

-- quotes_since and the columns after it tally the open quotes of the account. Issuing or executing a quote locks and reads the row anyway, so the
-- tally costs no look-up. None of its columns is indexed, and the free space in each page keeps the updates in place.
create table accounts (
  account_id uuid not null,
  organization_id uuid not null,
  reference text,
  name text not null,
  description text not null,
  is_primary boolean not null,
  status text not null check (status in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  quotes_since timestamptz not null default 'epoch',
  open_quotes bigint not null default 0,
  open_worth bigint not null default 0,
  open_quotes_before bigint not null default 0,
  open_worth_before bigint not null default 0,
  primary key (account_id, organization_id)
) with (fillfactor = 80);

create index accounts_newest_first on accounts (organization_id, account_id desc);
create unique index accounts_by_reference on accounts (organization_id, reference) where reference is not null;
create unique index accounts_one_primary on accounts (organization_id) where is_primary;

grant select, insert, update (name, description, status, updated_at, quotes_since, open_quotes, open_worth, open_quotes_before, open_worth_before) on accounts
  to corridor_service;

-- Updated by every movement. Free space in each page keeps the updates in place, without touching the index. Nothing is posted to an
-- account before the changed_at of any of its balances, so its postings are in the order of time.
create table balances (
  account_id uuid not null,
  asset text not null,
  organization_id uuid not null,
  available bigint not null check (available >= 0),
  locked bigint not null check (locked >= 0),
  changed_at timestamptz not null default 'epoch',
  primary key (account_id, asset, organization_id),
  foreign key (account_id, organization_id) references accounts
) with (fillfactor = 80);

grant select, insert, update (available, locked, changed_at) on balances to corridor_service;

create table beneficiaries (
  beneficiary_id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  reference text,
  nickname text not null,
  status text not null check (status in ('ACTIVE', 'INACTIVE', 'BLOCKED', 'ARCHIVED')),
  type text not null,
  chain text,
  address text,
  handle text,
  receiver uuid,
  bank_name text,
  method text check (method in ('WIRE', 'SEPA', 'ACH', 'SWIFT')),
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
        and num_nonnulls(handle, receiver, bank_name, method, currency, swift_code, account_number, iban, routing_number, bank_country,
          bank_address_line1, bank_city, bank_region, bank_zip_code, intermediary_name, intermediary_swift_code,
          intermediary_address) = 0
      when 'BANK' then
        num_nonnulls(chain, address, handle, receiver) = 0
        and num_nulls(bank_name, method, currency, swift_code, account_number, iban, routing_number, bank_country,
          bank_address_line1, bank_city, bank_region, bank_zip_code, intermediary_name, intermediary_swift_code,
          intermediary_address) = 0
      when 'NXOSNET' then
        num_nulls(handle, receiver) = 0
        and num_nonnulls(chain, address, bank_name, method, currency, swift_code, account_number, iban, routing_number, bank_country,
          bank_address_line1, bank_city, bank_region, bank_zip_code, intermediary_name, intermediary_swift_code,
          intermediary_address) = 0
      else false
    end)
);

create index beneficiaries_newest_first on beneficiaries (account_id, beneficiary_id desc) where status <> 'ARCHIVED';

-- Archiving a beneficiary releases its reference.
create unique index beneficiaries_by_reference on beneficiaries (organization_id, reference)
  where reference is not null and status <> 'ARCHIVED';

grant select, insert, update (status, tags, metadata, updated_at) on beneficiaries to corridor_service;

-- mid_rate is the price of the tick (tick_symbol, tick_slot) that priced the quote: one whole unit of the symbol's base in whole units of its counter
-- asset, times ten to the tenth. A quote without executed_at is pending, or expired by the clock.
create table quotes (
  quote_id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  from_asset text not null,
  from_amount bigint not null,
  to_asset text not null,
  to_amount bigint not null,
  fee bigint not null,
  mid_rate bigint not null,
  tick_symbol text,
  tick_slot timestamptz,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  executed_at timestamptz,
  primary key (quote_id, organization_id)
) with (fillfactor = 80);

create index quotes_newest_first on quotes (organization_id, quote_id desc);

-- To go through the quotes of an hour. Quotes are written in the order of their time, so an index of page ranges is enough and costs a quote
-- nothing.
create index quotes_by_time on quotes using brin (issued_at) with (pages_per_range = 32);

grant select, insert, update (executed_at) on quotes to corridor_service;

-- What payouts cost: every version. The newest of the organization is in force, unless its price is null; then the newest of the default, which has no
-- organization. The operator's, so it is the same everywhere. Append-only.
create table fee_schedules (
  version bigint not null generated always as identity primary key,
  organization_id uuid,
  service text not null check (service in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT')),
  asset text not null,
  fixed bigint check (fixed >= 0),
  bps integer check (bps between 0 and 1000),
  decided_by text not null,
  decided_at timestamptz not null,
  constraint fee_schedules_price check (num_nulls(fixed, bps) = 0 or num_nulls(fixed, bps) = 2 and organization_id is not null)
);

create index fee_schedules_newest on fee_schedules (service, asset, organization_id, version);

grant select, insert on fee_schedules to corridor_service;

-- Which columns a transaction has follows from its type. A reversal (type ADJUSTMENT) names the transaction that it reverses, and a return the
-- payout whose money came back; decided_by and evidence say on whose decision. The receiving side of a transfer names the giving side as its debit, which
-- may be another organization's; counter_account_id is the other account of one within an organization. Neither changes the transaction that it names. The fee of a payout is on
-- top of its amount and follows from fee_fixed and fee_bps, the schedule by which it was decided; that of a trade is a part of its amount.
create table transactions (
  transaction_id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  type text not null,
  status text not null,
  asset text not null,
  amount bigint not null,
  quote_id uuid,
  received_asset text,
  received bigint,
  fee bigint,
  fee_fixed bigint,
  fee_bps integer,
  beneficiary_id uuid,
  chain text,
  to_address text,
  tx_hash text,
  method text,
  bank_name text,
  swift_code text,
  account_number text,
  iban text,
  reverses uuid,
  returned_payout uuid,
  decided_by text,
  evidence text,
  counter_account_id uuid,
  debit uuid,
  handle text,
  sender_name text,
  reference text,
  description text not null,
  tags text[] not null,
  metadata jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (transaction_id, organization_id),
  foreign key (beneficiary_id, organization_id) references beneficiaries,
  foreign key (reverses, organization_id) references transactions,
  foreign key (returned_payout, organization_id) references transactions
);

create index transactions_newest_first on transactions (organization_id, transaction_id desc);
create index transactions_of_account_newest_first on transactions (account_id, transaction_id desc);
create index transactions_of_beneficiary_newest_first on transactions (beneficiary_id, transaction_id desc) where beneficiary_id is not null;
create unique index transactions_one_trade_per_quote on transactions (quote_id, organization_id) where quote_id is not null;
create unique index transactions_one_reversal on transactions (reverses, organization_id) where reverses is not null;
create unique index transactions_one_credit on transactions (debit, organization_id) where debit is not null;
create index transactions_returns on transactions (returned_payout, organization_id) where returned_payout is not null;

-- Declining a payout releases its reference: then its id tells it from the others, among which the third column is null and nulls are equal.
create unique index transactions_by_reference on transactions
  (organization_id, reference, (case when status = 'DECLINED' then transaction_id end)) nulls not distinct
  where reference is not null;

-- Without a list of pending entries, whose merging would stop a batch for a moment. Transactions without metadata cost nothing here.
create index transactions_by_metadata on transactions using gin (metadata jsonb_path_ops) with (fastupdate = off) where metadata <> '{}';

grant select, insert, update (status, tx_hash, updated_at) on transactions to corridor_service;

-- The ledger. Append-only. A posting moves an amount of an asset from a place to a place, so the ledger sums to zero whatever it contains. A place is
-- a bucket of the account (AVAILABLE, LOCKED) or an account of the house (FX, FEES, SETTLEMENT, OUTSIDE_WORLD, CLEARING). Between two accounts of the house,
-- account_id and what the account has after the posting are null. The primary key keeps a step from being posted twice; posting_number orders the
-- postings as they were posted, and may have gaps.
create table postings (
  posting_number bigint not null generated always as identity,
  posted_at timestamptz not null,
  amount bigint not null,
  available_after bigint,
  locked_after bigint,
  transaction_id uuid not null,
  line integer not null,
  organization_id uuid not null,
  account_id uuid,
  asset text not null,
  from_place text not null,
  to_place text not null,
  primary key (transaction_id, line, organization_id)
);

-- Serves lists and statements. What the account had of an asset at an instant is on the last posting before it: one row of this index, however long
-- the history is.
create index postings_of_account on postings (account_id, asset, posted_at, posting_number) where account_id is not null;

grant select, insert on postings to corridor_service;

-- The outbox of crypto payouts: what each is to send, and how far it has come. waiting_since is when the transfer was recorded or last claimed, later
-- if it pauses after a turn that came to nothing, and null once its payout has ended. A nonce is the number of a transaction of its wallet; the wallet's
-- row is the lock under which it is taken, so no two transfers have the same. A withdrawn transfer never gets one. is_accepted is whether the chain is known
-- to have what was signed for the nonce. reason is why the last turn or send came to nothing.
create table chain_transfers (
  transaction_id uuid not null,
  organization_id uuid not null,
  chain text not null,
  to_address text not null,
  asset text not null,
  amount bigint not null,
  is_withdrawn boolean not null default false,
  wallet text,
  nonce bigint,
  sends integer not null default 0,
  is_accepted boolean not null default false,
  failures integer not null default 0,
  reason text,
  waiting_since timestamptz,
  primary key (transaction_id, organization_id),
  foreign key (transaction_id, organization_id) references transactions,
  constraint chain_transfers_prepared check (num_nulls(wallet, nonce) in (0, 2) and not (is_withdrawn and nonce is not null))
);

create index chain_transfers_longest_waiting_first on chain_transfers (waiting_since, transaction_id) where waiting_since is not null;

create index chain_transfers_by_nonce on chain_transfers (chain, wallet, nonce) where nonce is not null;

grant select, insert, update (is_withdrawn, wallet, nonce, sends, is_accepted, failures, reason, waiting_since) on chain_transfers to corridor_service;

-- What was signed for transfers, before it was sent. Append-only. Those of one nonce differ in what they offer for it, and at most one of them takes
-- effect.
create table chain_attempts (
  transaction_id uuid not null,
  organization_id uuid not null,
  wallet text not null,
  nonce bigint not null,
  attempt integer not null,
  tx_hash text not null,
  raw text not null,
  signed_at timestamptz not null,
  primary key (transaction_id, nonce, attempt, organization_id),
  foreign key (transaction_id, organization_id) references chain_transfers
);

grant select, insert on chain_attempts to corridor_service;

-- The wallets of the house, which pay for all organizations. Nonces are taken without gaps.
create table chain_wallets (
  chain text not null,
  wallet text not null,
  next_nonce bigint not null check (next_nonce >= 0),
  primary key (chain, wallet)
);

grant select, insert, update (next_nonce) on chain_wallets to corridor_service;

-- The answers to requests with an idempotency key, by a hash of organization, method, path and key. A record may be deleted once it is forgotten;
-- the key then names a new request.
create table idempotency_records (
  request_hash uuid not null,
  organization_id uuid not null,
  answered_at timestamptz not null,
  idempotency_key text not null,
  method text not null,
  path text not null,
  fingerprint text not null,
  answer text not null,
  broker_organization_id uuid,
  primary key (request_hash, organization_id)
);

create index idempotency_records_oldest_first on idempotency_records (answered_at);

grant select, insert, update (answered_at), delete on idempotency_records to corridor_service;
