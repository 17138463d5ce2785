-- What is forgotten goes with its partition: nothing is deleted row by row, and no index is kept to find what is old.
--
-- Answers have three parts. One takes in what is new, and all three are looked up. Turning on empties the oldest part, in which everything is forgotten by
-- then, and makes it the next to take in. So parts are neither created nor dropped, and none can be missing.
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

-- The part that takes in answers, and how old an answer had to be to be forgotten when it began to.
create table answer_parts (
  only_one boolean primary key default true check (only_one),
  current_part smallint not null default 0 check (current_part between 0 and 2),
  forgotten_before timestamptz not null default '-infinity'
);

insert into answer_parts default values;

grant select on answer_parts to corridor_service;

-- Turns on, unless it is too soon, the oldest part has an answer that is remembered, another node turns, or the lock is not to be had at once. Answers whether
-- it has turned. The lock waits for every transaction that has looked up an answer or stored one, and those after it see the new part: no two of
-- them that overlap store in different parts, so the primary key tells each of the other. Requests that begin meanwhile wait too, hence the short time.
create function turn_answers(before timestamptz, turn interval) returns boolean
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '20ms'
as $$
declare
  oldest smallint;
begin
  select (current_part + 1) % 3 into oldest from answer_parts where forgotten_before <= before - turn for update skip locked;
  if oldest is null or exists (select from idempotency_records where part = oldest and answered_at >= before) then
    return false;
  end if;
  lock table only idempotency_records in access exclusive mode;
  execute format('truncate %I', 'idempotency_records_' || oldest);
  update answer_parts set current_part = oldest, forgotten_before = before;
  return true;
exception
  when lock_not_available then return false;
end
$$;

revoke execute on function turn_answers(timestamptz, interval) from public;
grant execute on function turn_answers(timestamptz, interval) to corridor_service;

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

drop function prepare_ticks(date), drop_ticks(date);

revoke execute on function prepare_day(text, date), drop_day(text, date) from public;
grant execute on function prepare_day(text, date), drop_day(text, date) to corridor_service;
