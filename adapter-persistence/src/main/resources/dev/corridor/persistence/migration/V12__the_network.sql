-- Organizations as others see them on the network. A handle leads to its organization, so it is unique among all of them.
create table network_members (
  organization_id uuid primary key,
  enabled boolean not null,
  handle text constraint network_members_one_handle unique,
  shows_name boolean not null,
  constraint network_members_handle_if_enabled check (handle is not null or not enabled)
);

grant select, insert, update (enabled, handle, shows_name) on network_members to corridor_service;

-- The outbox of transfers between organizations: whom each is to credit, and what the receiver sees of the sender. Its money is in clearing from the decision
-- that writes the row. waiting_since is when the row was written or last claimed, later if it pauses after a turn that came to nothing, and null
-- once the receiver has taken the money in or the sender has it back.
create table network_transfers (
  transaction_id uuid not null,
  organization_id uuid not null,
  receiver uuid not null,
  receiving_account uuid not null,
  sender_handle text not null,
  sender_name text,
  failures integer not null default 0,
  waiting_since timestamptz,
  primary key (transaction_id, organization_id),
  foreign key (transaction_id, organization_id) references transactions
);

create index network_transfers_longest_waiting_first on network_transfers (waiting_since, transaction_id) where waiting_since is not null;

grant select, insert, update (failures, waiting_since) on network_transfers to corridor_service;
