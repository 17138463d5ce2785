-- What is forgotten goes with its partition: nothing is deleted row by row, and no index is kept to find what is old.
--
-- Answers and events have three parts. One takes in what is new, and all three are read. Turning on empties the oldest part, in which everything is
-- forgotten by then, and makes it the next to take in. So parts are neither created nor dropped, and none can be missing.
alter table idempotency_records rename to idempotency_records_0;
drop index idempotency_records_oldest_first;
revoke all on idempotency_records_0 from corridor_service;
alter table idempotency_records_0 drop constraint idempotency_records_pkey;
alter table idempotency_records_0 add column part smallint not null default 0;
alter table idempotency_records_0 alter column part drop default;
alter table idempotency_records_0 add primary key (request_hash, organization_id, part);

create table idempotency_records (
  like idempotency_records_0,
  primary key (request_hash, organization_id, part)
) partition by list (part);

alter table idempotency_records attach partition idempotency_records_0 for values in (0);
create table idempotency_records_1 partition of idempotency_records for values in (1);
create table idempotency_records_2 partition of idempotency_records for values in (2);

grant select, insert, delete on idempotency_records to corridor_service;

alter table events rename to events_0;
revoke all on events_0 from corridor_service;
alter table events_0 drop constraint events_pkey;
alter table events_0 add column part smallint not null default 0;
alter table events_0 alter column part drop default;
alter table events_0 add primary key (organization_id, kind, sequence, part);

create table events (
  like events_0 including defaults,
  primary key (organization_id, kind, sequence, part)
) partition by list (part);

alter table events attach partition events_0 for values in (0);
create table events_1 partition of events for values in (1);
create table events_2 partition of events for values in (2);

grant select, insert on events to corridor_service;

-- Which part of each takes in, and how old its rows had to be to be forgotten when it began to.
create table parts (
  series text primary key check (series in ('idempotency_records', 'events')),
  current_part smallint not null default 0 check (current_part between 0 and 2),
  forgotten_before timestamptz not null default '-infinity'
);

insert into parts (series) values ('idempotency_records'), ('events');

grant select on parts to corridor_service;

-- Nodes of the version before store answers and events without naming a part, while others are already of this one.
create function current_part_of(of text) returns smallint
language sql stable set search_path = public, pg_temp
as $$
  select current_part from parts where series = of
$$;

alter table idempotency_records alter column part set default current_part_of('idempotency_records');
alter table events alter column part set default current_part_of('events');

revoke execute on function current_part_of(text) from public;
grant execute on function current_part_of(text) to corridor_service;

-- To see whether a part has rows that are remembered. Rows are written in the order of their time, so an index of page ranges costs them nothing.
create index idempotency_records_by_time on idempotency_records using brin (answered_at) with (pages_per_range = 32);
create index events_by_time on events using brin (recorded_at) with (pages_per_range = 32);

-- The part that is to be emptied now: the oldest one, if the last turn is long enough ago and it has no row that is remembered. Null if there is none.
create function part_to_empty(of text, before timestamptz, turn interval) returns smallint
language plpgsql stable set search_path = public, pg_temp set enable_seqscan = off
as $$
declare
  oldest smallint := (select (current_part + 1) % 3 from parts where series = of and forgotten_before <= before - turn);
  written text := case of when 'events' then 'recorded_at' else 'answered_at' end;
  is_remembered boolean;
begin
  execute format('select exists (select from %I where part = $1 and %I >= $2)', of, written) into is_remembered using oldest, before;
  return case when not is_remembered then oldest end;
end
$$;

-- Empties that part and lets it take in. Answers whether it has: not if there is none, another node does so, or the lock is not to be had at once. The lock
-- waits for every transaction that has read or written the table, and those after it see the new part. Who begins meanwhile waits too, hence the
-- short time. It has no transaction id before it has looked, because readers of events wait for the oldest one.
create function turn_parts(of text, before timestamptz, turn interval) returns boolean
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '20ms'
as $$
declare
  oldest smallint := part_to_empty(of, before, turn);
begin
  perform from parts where series = of and (current_part + 1) % 3 = oldest and forgotten_before <= before - turn for update skip locked;
  if not found then
    return false;
  end if;
  execute format('lock table only %I in access exclusive mode', of);
  execute format('truncate %I', of || '_' || oldest);
  update parts set current_part = oldest, forgotten_before = before where series = of;
  return true;
exception
  when lock_not_available then return false;
end
$$;

revoke execute on function part_to_empty(text, timestamptz, interval), turn_parts(text, timestamptz, interval) from public;
grant execute on function part_to_empty(text, timestamptz, interval), turn_parts(text, timestamptz, interval) to corridor_service;

-- The journal of requests has a partition a day, as ticks have, by the time in its ids. What there is until now goes with the day after this one.
create function first_id_of(day date) returns uuid
language sql immutable
as $$
  select cast(rpad(lpad(to_hex(cast(extract(epoch from day) as bigint) * 1000), 12, '0'), 32, '0') as uuid)
$$;

do $$
declare
  -- A clock may be fast by a moment.
  last date := (now() at time zone 'UTC')::date + 1;
  until_now text := 'requests_' || to_char(last, 'YYYYMMDD');
begin
  execute format('alter table requests rename to %I', until_now);
  execute format('alter table %I rename constraint requests_pkey to %I', until_now, until_now || '_pkey');
  execute format('revoke all on %I from corridor_service', until_now);
  execute format('create table requests (like %I, primary key (request_id, organization_id)) partition by range (request_id)', until_now);
  execute format('alter table requests attach partition %I for values from (minvalue) to (%L)', until_now, first_id_of(last + 1));
  if not exists (select from requests) then
    execute format('drop table %I', until_now);
  end if;
end
$$;

grant select, insert on requests to corridor_service;

-- The service may not create or drop tables. These two functions do it with the rights of the tables' owner, for the tables that have days.
--
-- A partition is attached, because that waits for nobody who reads or writes the others, such as a dump of the database; "partition of" would.
create function prepare_day(series text, day date) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  name text := series || '_' || to_char(day, 'YYYYMMDD');
  bounds text[] := case series
    when 'ticks' then array[day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC']::text[]
    when 'requests' then array[first_id_of(day), first_id_of(day + 1)]::text[]
  end;
begin
  if bounds is null then
    raise exception 'no table % has days', series;
  end if;
  if to_regclass(name) is null then
    execute format('create table %I (like %I including all)', name, series);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', series, name, bounds[1], bounds[2]);
  end if;
exception
  -- Another node has created it, or a longer partition has the day.
  when duplicate_table or unique_violation or invalid_object_definition then null;
end
$$;

-- Whether the day is gone. Dropping waits for all who read or write any day, and they for it, so it is given up soon.
create function drop_day(series text, day date) returns boolean
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '50ms'
as $$
begin
  if series not in ('ticks', 'requests') then
    raise exception 'no table % has days', series;
  end if;
  execute format('drop table if exists %I', series || '_' || to_char(day, 'YYYYMMDD'));
  return true;
exception
  when lock_not_available then return false;
end
$$;

-- prepare_ticks and drop_ticks stay for nodes of the version before.

revoke execute on function prepare_day(text, date), drop_day(text, date) from public;
grant execute on function prepare_day(text, date), drop_day(text, date) to corridor_service;

-- Closed months of the ledger. Append-only.
--
-- The ends of months in which nothing can be posted any more. No decision takes an earlier time than the newest of them, see DatabaseTime.
create table closed_until (
  ends_at timestamptz primary key
);

grant select, insert on closed_until to corridor_service;

-- What the month comes to, see Closing in the domain: how many lines there are of each kind, and their hash. hash is that of the month, and previous that of
-- the month before.
create table closings (
  month date primary key check (extract(day from month) = 1),
  previous text not null unique,
  postings bigint not null,
  postings_hash text not null,
  balances bigint not null,
  balances_hash text not null,
  house bigint not null,
  house_hash text not null,
  hash text not null,
  closed_at timestamptz not null default now()
);

grant select, insert on closings to corridor_service;

-- How the balances that were posted to in the month stood at its end. Without the month's row in closings they do not count yet.
create table closed_balances (
  account_id uuid not null,
  asset text not null,
  organization_id uuid not null,
  month date not null,
  available bigint not null,
  locked bigint not null,
  changed_at timestamptz not null,
  primary key (account_id, asset, organization_id, month)
);

create index closed_balances_of_month on closed_balances (month);

grant select, insert on closed_balances to corridor_service;

-- How the accounts of the house stood at the end of the month.
create table closed_house_balances (
  month date not null,
  place text not null,
  asset text not null,
  amount numeric not null,
  primary key (month, place, asset)
);

grant select, insert on closed_house_balances to corridor_service;

-- To go through the postings of a month. They are written in the order of their time, so it costs them nothing.
create index postings_by_time on postings using brin (posted_at) with (pages_per_range = 32);
