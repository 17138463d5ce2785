-- Receivers of an organization's events. Secrets are sealed by a key that is not in the database. former_secret is the previous one, which signs
-- until former_signs_until. A removed endpoint stays, for the events that tell of it.
create table webhook_endpoints (
  endpoint_id uuid not null,
  organization_id uuid not null,
  url text not null,
  description text not null,
  event_types text[] not null,
  is_disabled boolean not null,
  is_removed boolean not null default false,
  secret text not null,
  former_secret text,
  former_signs_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (endpoint_id, organization_id),
  check (num_nulls(former_secret, former_signs_until) in (0, 2))
);

create index webhook_endpoints_newest_first on webhook_endpoints (organization_id, endpoint_id desc) where not is_removed;

grant select, insert, update (url, description, event_types, is_disabled, is_removed, secret, former_secret, former_signs_until, updated_at)
  on webhook_endpoints to corridor_service;

-- How far each endpoint has got. cursor is the sequence of the first event that it has not been given; a replay has a range of its own, of the events
-- that happened between two times. pending counts its pending deliveries. due_at is the first moment at which something can be sent, null if there is
-- nothing; resting_until holds it back after failures. A node that has claimed the endpoint holds a lease.
create table webhook_lanes (
  endpoint_id uuid not null,
  organization_id uuid not null,
  cursor bigint not null,
  replay_position bigint,
  replay_end bigint,
  replay_from timestamptz,
  replay_until timestamptz,
  pending integer not null default 0,
  window_size integer not null default 1,
  failures integer not null default 0,
  failing_since timestamptz,
  resting_until timestamptz not null default '-infinity',
  due_at timestamptz,
  lease uuid,
  leased_until timestamptz not null default '-infinity',
  primary key (endpoint_id, organization_id),
  check (num_nulls(replay_position, replay_end, replay_from, replay_until) in (0, 4))
);

create index webhook_lanes_due on webhook_lanes (due_at) where due_at is not null;

grant select, insert, update (cursor, replay_position, replay_end, replay_from, replay_until, pending, window_size, failures, failing_since,
  resting_until, due_at, lease, leased_until), delete on webhook_lanes to corridor_service;

-- What endpoints receive, made once per event: each attempt sends the same bytes under the same id. sequence is null for a test.
create table webhook_messages (
  message_id uuid not null,
  organization_id uuid not null,
  sequence bigint,
  type text not null,
  subject text not null,
  body text not null,
  happened_at timestamptz not null,
  created_at timestamptz not null,
  primary key (message_id, organization_id),
  unique (organization_id, sequence)
);

create index webhook_messages_oldest_first on webhook_messages (created_at);

grant select, insert, update (created_at), delete on webhook_messages to corridor_service;

-- Which message is to be delivered to which endpoint. Those of one subject are sent in the order of their sequences.
create table webhook_deliveries (
  endpoint_id uuid not null,
  message_id uuid not null,
  organization_id uuid not null,
  subject text not null,
  sequence bigint not null,
  state text not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
  attempts integer not null default 0,
  first_attempt_at timestamptz,
  next_attempt_at timestamptz not null,
  created_at timestamptz not null,
  primary key (endpoint_id, message_id, organization_id)
);

create index webhook_deliveries_pending on webhook_deliveries (endpoint_id, sequence) where state = 'PENDING';
create index webhook_deliveries_of_subject on webhook_deliveries (endpoint_id, subject, sequence) where state = 'PENDING';
create index webhook_deliveries_of_message on webhook_deliveries (message_id) where state = 'PENDING';
create index webhook_deliveries_oldest_first on webhook_deliveries (created_at) where state <> 'PENDING';

grant select, insert, update (state, attempts, first_attempt_at, next_attempt_at, created_at), delete on webhook_deliveries to corridor_service;

-- Each request that was sent, and what came of it.
create table webhook_attempts (
  attempt_id uuid not null,
  organization_id uuid not null,
  endpoint_id uuid not null,
  message_id uuid not null,
  type text not null,
  outcome text not null,
  status integer,
  latency_millis integer not null,
  answer text not null,
  attempted_at timestamptz not null,
  next_attempt_at timestamptz,
  primary key (attempt_id, organization_id)
);

create index webhook_attempts_newest_first on webhook_attempts (organization_id, endpoint_id, attempt_id desc);
create index webhook_attempts_oldest_first on webhook_attempts (attempted_at);

grant select, insert, update (attempted_at), delete on webhook_attempts to corridor_service;
