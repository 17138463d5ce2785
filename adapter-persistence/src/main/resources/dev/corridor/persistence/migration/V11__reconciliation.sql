-- What banks have booked, as they say it, whatever the books make of it. The same entry stands in several messages and here once. Amounts are as in
-- receipts. transaction_id is the payout that the end-to-end id names, whether or not there is one. A credit has the id of its receipt.
create table bank_entries (
  bank text not null,
  is_credit boolean not null,
  reference text not null,
  asset text not null,
  units numeric(78) not null check (units > 0),
  is_known boolean not null,
  transaction_id uuid,
  receipt_id uuid,
  booked_at timestamptz not null,
  taken_at timestamptz not null,
  primary key (bank, reference, is_credit),
  constraint bank_entries_credit check (is_credit = (receipt_id is not null))
);

create index bank_entries_as_taken on bank_entries (bank, taken_at);
create index bank_entries_of_payout on bank_entries (transaction_id) where transaction_id is not null;
create index bank_entries_of_receipt on bank_entries (receipt_id) where receipt_id is not null;

grant select, insert on bank_entries to corridor_service;

-- How the account at a bank stood at the end of a day, in major units, and what the statement's entries come to.
create table bank_statements (
  bank text not null,
  statement text not null,
  currency text not null,
  day date not null,
  opening numeric,
  closing numeric not null,
  booked numeric not null,
  taken_at timestamptz not null,
  primary key (bank, currency, day, statement)
);

grant select, insert on bank_statements to corridor_service;

-- Up to where the books of a rail have been found to agree with it: a block with the next nonce of the paying wallet and what the house's addresses held
-- then; for a bank, a time in milliseconds.
create table rail_checkpoints (
  rail text primary key,
  position bigint not null,
  wallet text not null,
  next_nonce bigint not null,
  assets text[] not null,
  units text[] not null
);

grant select, insert, update on rail_checkpoints to corridor_service;

-- The daily record: the last comparison of each rail and day. While one runs, leased_until is in the future and compared_at is null. failure says why the
-- comparison did not reach its end.
create table reconciliations (
  rail text not null,
  day date not null,
  leased_until timestamptz not null,
  compared_at timestamptz,
  movements bigint not null default 0,
  differences bigint not null default 0,
  failure text,
  primary key (rail, day)
);

grant select, insert, update on reconciliations to corridor_service;

-- Differences that an operator has explained, so that they are not reported again. Append-only.
create table accepted_differences (
  rail text not null,
  difference text not null,
  accepted_by text not null,
  evidence text not null,
  accepted_at timestamptz not null,
  primary key (rail, difference)
);

grant select, insert on accepted_differences to corridor_service;

-- Receipts by what is compared with a rail: the block of a deposit, and when a bank's was recorded.
create index receipts_by_block on receipts (rail, (cast(facts[5] as bigint))) where type = 'CRYPTO_PAYIN';
create index receipts_of_bank on receipts (rail, recorded_at) where type = 'FIAT_PAYIN';
