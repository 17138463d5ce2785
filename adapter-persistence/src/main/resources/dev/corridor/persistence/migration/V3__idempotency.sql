-- What was answered to the requests that clients have named with a key. The key selects best and leads. A record is never changed: once it is
-- forgotten it may be deleted, and then the key names a new request.
create table idempotency_records (
  idempotency_key text not null,
  organization_id uuid not null,
  method text not null,
  path text not null,
  fingerprint text not null,
  answer text not null,
  answered_at timestamptz not null,
  primary key (idempotency_key, organization_id, method, path)
);

create index idempotency_records_oldest_first on idempotency_records (answered_at);

-- To lock a row takes the right to update some column.
grant select, insert, delete, update (answered_at) on idempotency_records to corridor_service;
