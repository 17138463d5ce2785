-- What becomes of rows travels as one array of records, too.

create type quote_executions_record as (
  quote_id uuid, organization_id uuid, executed_at timestamptz
);

create type open_quotes_record as (
  account_id uuid, organization_id uuid, quotes_since timestamptz, open_quotes bigint, open_worth bigint, open_quotes_before bigint,
  open_worth_before bigint
);

create type transaction_changes_record as (
  transaction_id uuid, organization_id uuid, status text, updated_at timestamptz
);

create type payout_give_backs_record as (
  transaction_id uuid, organization_id uuid, service text, asset text, beneficiary_id uuid, locked_at timestamptz, amount bigint
);

create type receipt_resolutions_record as (
  receipt_id uuid, status text, organization_id uuid, account_id uuid, transaction_id uuid, decided_by text, evidence text,
  updated_at timestamptz
);

create type gas_costs_record as (
  chain text, tx_hash text, wallet text, transaction_id uuid, organization_id uuid, units text, has_moved boolean, booked_at timestamptz
);

-- Where an engine spreads organizations over several servers: which of them had which rows when their events were last numbered above all others.
alter table event_numbering add places text not null default '';
