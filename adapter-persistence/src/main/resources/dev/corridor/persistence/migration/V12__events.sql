-- What has happened to quotes and transactions, one narrow row for each step: what else there is to tell stands with the thing itself. A sequence
-- is made of the number of the transaction that wrote it, so it says nothing before that transaction has ended, and all that are below the
-- oldest one in progress are complete. changed_at is what the thing itself says; a transaction that is reversed does not say when. The service
-- forgets rows by the time they were recorded at.
create table events (
  organization_id uuid not null,
  kind text not null check (kind in ('TRANSACTION', 'QUOTE')),
  sequence bigint not null,
  subject_id uuid not null,
  status text not null,
  reversed_by uuid,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, kind, sequence)
);

-- The last event of those that are forgotten.
create table forgotten_events (
  organization_id uuid not null,
  kind text not null,
  last_sequence bigint not null,
  primary key (organization_id, kind)
);

-- Numbers of transactions begin anew in another cluster, where a dump may be restored: then sequences go on from higher up. One row.
create table event_numbering (
  cluster bigint not null,
  first_sequence bigint not null
);

insert into event_numbering select system_identifier, 0 from pg_control_system();

grant select, insert, delete on events to corridor_service;
grant select, insert, update (last_sequence) on forgotten_events to corridor_service;
grant select on event_numbering to corridor_service;
