-- Payouts that were handed in together. due_at is when the batch is taken up, or taken over if its lease has run out; null when nothing is left to decide.
create table payout_batches (
  batch_id uuid not null,
  organization_id uuid not null,
  maker text not null,
  created_at timestamptz not null,
  due_at timestamptz,
  cancelled_at timestamptz,
  primary key (batch_id, organization_id)
) with (fillfactor = 80);

create index payout_batches_newest on payout_batches (organization_id, batch_id desc);
create index payout_batches_longest_due_first on payout_batches (due_at) where due_at is not null;

grant select, insert, update (due_at, cancelled_at) on payout_batches to corridor_service;

-- Their items. transaction_id is the id that the payout has if it is accepted, so a repetition finds it and makes no other; whether it was accepted is not
-- written here a second time. is_decided says that there is nothing left to do about the item.
create table payout_batch_items (
  batch_id uuid not null,
  organization_id uuid not null,
  number integer not null check (number > 0),
  transaction_id uuid not null,
  account_id uuid not null,
  beneficiary_id uuid not null,
  asset text not null,
  amount bigint not null check (amount > 0),
  method text,
  chain text,
  fee_fixed bigint,
  fee_bps integer,
  execute_at timestamptz,
  reference text,
  description text not null,
  tags text[] not null,
  metadata jsonb not null,
  is_decided boolean not null default false,
  refusal_code text,
  refusal_message text,
  primary key (batch_id, organization_id, number),
  foreign key (batch_id, organization_id) references payout_batches,
  check ((method is null) <> (chain is null)),
  check ((fee_fixed is null) = (fee_bps is null))
) with (fillfactor = 80);

create index payout_batch_items_undecided on payout_batch_items (batch_id, organization_id, number) where not is_decided;

grant select, insert, update (is_decided, refusal_code, refusal_message) on payout_batch_items to corridor_service;
