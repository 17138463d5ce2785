-- The WebSockets that are open, on all nodes. A node renews the lease of those that it holds; a row whose lease is over counts for nothing.
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

-- Whoever could do everything still can.
update api_keys
set permissions = permissions || '{feed:read,feed:write}'
where permissions @> '{organization:read,accounts:read,accounts:write,beneficiaries:read,beneficiaries:write,quotes:read,quotes:write,transactions:read,transactions:write,payouts:write,api-keys:read,api-keys:write,audit:read,sandbox:write}';
