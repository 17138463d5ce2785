-- The steps of quotes and transactions. A row has those that one database transaction made in a topic; the rest is read from the quote or transaction
-- itself. The first of them has the sequence, and each further one the next. A sequence is derived from the number of the database transaction: it
-- becomes visible when that transaction ends, and all sequences below the oldest transaction in progress are complete. changed_at is the time of the
-- step, returns the payout's number of returns after it. The service deletes rows by recorded_at.
create table events (
  organization_id uuid not null,
  kind text not null,
  sequence bigint not null,
  subject_ids uuid[] not null,
  statuses text[] not null,
  reversed_by uuid[] not null,
  returns integer[] not null,
  changed_at timestamptz[] not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, kind, sequence)
);

grant select, insert, delete on events to corridor_service;

-- The last event that was deleted. Its number is how many the topic has had up to it.
create table forgotten_events (
  organization_id uuid not null,
  kind text not null,
  last_sequence bigint not null,
  last_number bigint not null,
  primary key (organization_id, kind)
);

grant select, insert, update (last_sequence, last_number) on forgotten_events to corridor_service;

-- The numbers of some events, so that readers do not count from the beginning.
create table event_milestones (
  organization_id uuid not null,
  kind text not null,
  number bigint not null,
  sequence bigint not null,
  primary key (organization_id, kind, number)
);

grant select, insert, delete on event_milestones to corridor_service;

-- Transaction numbers start over in another cluster, where a dump may be restored; first_sequence then lifts the sequences above the old ones.
create table event_numbering (
  only_one boolean primary key default true check (only_one),
  cluster bigint not null,
  first_sequence bigint not null
);

insert into event_numbering (cluster, first_sequence) select system_identifier, 0 from pg_control_system();

grant select on event_numbering to corridor_service;

-- The open WebSockets of all nodes. A node renews the lease of its own; a row whose lease has run out no longer counts.
create table connections (
  connection_id uuid not null,
  organization_id uuid not null,
  holder text not null,
  node uuid not null,
  address text not null,
  subscriptions integer not null check (subscriptions >= 0),
  opened_at timestamptz not null,
  leased_until timestamptz not null,
  primary key (connection_id, organization_id)
);

create index connections_of_holder on connections (holder);
create index connections_of_organization on connections (organization_id, connection_id);
create index connections_of_node on connections (node);

grant select, insert, update (subscriptions, leased_until), delete on connections to corridor_service;

-- Tickets that each open one WebSocket, within seconds: for the holder of a key's secret, or of a user's access token. Taking one deletes it.
create table tickets (
  hash text not null,
  organization_id uuid not null,
  address text not null,
  expires_at timestamptz not null,
  key_hash text,
  user_id uuid,
  session_id uuid,
  token_id uuid,
  token_issued_at timestamptz,
  token_expires_at timestamptz,
  primary key (hash, organization_id),
  check (num_nulls(key_hash) + num_nulls(user_id) = 1),
  check (num_nulls(user_id, session_id, token_id, token_issued_at, token_expires_at) in (0, 5))
);

create index tickets_oldest_first on tickets (expires_at);

grant select, insert, update (expires_at), delete on tickets to corridor_service;

-- The notice of maintenance, one row: the seconds that clients are asked to wait, or null without maintenance. Only the owner of the database posts
-- it.
create table maintenance (
  only_one boolean primary key default true check (only_one),
  retry_after_seconds bigint check (retry_after_seconds > 0),
  posted_at timestamptz not null default now()
);

insert into maintenance default values;

grant select on maintenance to corridor_service;
