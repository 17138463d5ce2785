-- Market data belongs to nobody. A price is what one whole unit of the symbol's base is worth in its counter asset, times ten to the tenth.
-- A tick is the price in a slot of time; the node that comes first has its tick kept, and all nodes read that one. Days are in UTC.
create table ticks (
  symbol text not null,
  slot timestamptz not null,
  price bigint not null check (price > 0),
  source text not null,
  quoted_at timestamptz not null,
  primary key (symbol, slot)
) partition by range (slot);

-- To find the latest tick of a source that has said nothing for a week, without a look at what the others have said.
create index ticks_of_source on ticks (symbol, source, slot desc);

-- What has priced a quote stays when its day is removed.
create table kept_ticks (
  symbol text not null,
  slot timestamptz not null,
  price bigint not null check (price > 0),
  source text not null,
  quoted_at timestamptz not null,
  primary key (symbol, slot)
);

-- Updated with every tick. The free space in each page keeps the updates in place, without touching the index.
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

-- To go through the quotes of an hour. Quotes are written in the order of their time, so ranges of pages are index enough, and cost a
-- quote nothing.
create index quotes_by_time on quotes using brin (issued_at) with (pages_per_range = 32);

-- The latest trades of a symbol, by whomever.
create index transactions_latest_trades on transactions (asset, received_asset, transaction_id desc) where type = 'TRADE';

-- The service may not make or drop tables. These two are all that it can have done: they run with the rights of the owner of the tables.
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
  -- Another node was faster.
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
