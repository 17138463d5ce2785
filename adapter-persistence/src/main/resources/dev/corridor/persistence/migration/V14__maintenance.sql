-- The notice of maintenance, one row: how many seconds clients are told to wait, or nothing while there is no maintenance. Only whoever owns the
-- database posts it.
create table maintenance (
  only_one boolean primary key default true check (only_one),
  retry_after_seconds bigint check (retry_after_seconds > 0),
  posted_at timestamptz not null default now()
);

insert into maintenance default values;

grant select on maintenance to corridor_service;
