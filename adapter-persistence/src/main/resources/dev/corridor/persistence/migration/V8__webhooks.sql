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
