-- Market data belongs to no organization. A price is one whole unit of the symbol's base in its counter asset, times ten to the tenth. A tick is the
-- price in a slot of time; the first node to write it wins, and all nodes read that one. One partition a day, in UTC.
create table ticks (
  symbol text not null,
  slot timestamptz not null,
  price bigint not null check (price > 0),
  source text not null,
  quoted_at timestamptz not null,
  primary key (symbol, slot)
) partition by range (slot);

-- Finds the latest tick of a source that has been silent for a week without reading the other sources' ticks.
create index ticks_of_source on ticks (symbol, source, slot desc);

-- Ticks that have priced a quote outlive their day's partition.
create table kept_ticks (
  symbol text not null,
  slot timestamptz not null,
  price bigint not null check (price > 0),
  source text not null,
  quoted_at timestamptz not null,
  primary key (symbol, slot)
);

-- Updated with every tick, in place.
create table candles (
  symbol text not null,
  period text not null check (period in ('1m', '5m', '15m', '30m', '1h', '4h', '1d')),
  opened_at timestamptz not null,
  open bigint not null,
  high bigint not null,
  low bigint not null,
  close bigint not null,
  first_slot timestamptz not null,
  last_slot timestamptz not null,
  ticks bigint not null check (ticks > 0),
  primary key (symbol, period, opened_at)
) with (fillfactor = 70);

-- The service may not create or drop tables. These two functions do it with the rights of the tables' owner.
create function prepare_ticks(day date) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  name text := 'ticks_' || to_char(day, 'YYYYMMDD');
begin
  if to_regclass(name) is null then
    execute format(
      'create table if not exists %I partition of ticks for values from (%L) to (%L)',
      name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
  end if;
exception
  -- Another node has created it.
  when duplicate_table or unique_violation then null;
end
$$;

create function drop_ticks(day date) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  execute format('drop table if exists %I', 'ticks_' || to_char(day, 'YYYYMMDD'));
end
$$;

revoke execute on function prepare_ticks(date), drop_ticks(date) from public;
grant execute on function prepare_ticks(date), drop_ticks(date) to corridor_service;

grant select, insert on ticks to corridor_service;
grant select, insert on kept_ticks to corridor_service;
grant select, insert, update (open, high, low, close, first_slot, last_slot, ticks), delete on candles to corridor_service;
