-- What people have in their hands when they ask about a payout: its hash on the chain.
create index transactions_by_hash on transactions (organization_id, tx_hash) where tx_hash is not null;

-- What waits for the bank or the chain: few rows among millions.
create index transactions_locked on transactions (organization_id, transaction_id desc) where status = 'LOCKED';

-- The journal of requests: what support needs to know of a request. No bodies, no queries, no secrets. Written in batches after the answers. Ids carry
-- the time, so both ends of the index are where rows are added and removed.
create table requests (
  request_id uuid not null,
  organization_id uuid not null,
  caller text not null,
  method text not null,
  route text not null,
  status integer not null,
  code text,
  outcome text,
  duration_millis bigint not null,
  answered_at timestamptz not null,
  primary key (request_id, organization_id)
);

grant select, insert, delete on requests to corridor_service;
