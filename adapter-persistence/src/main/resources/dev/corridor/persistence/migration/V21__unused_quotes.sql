-- Up to where the quotes of the past were examined for those that nobody has used. One row.
create table unused_quotes (
  examined_until uuid not null
);

insert into unused_quotes values ('00000000-0000-0000-0000-000000000000');

-- Removes the unused ones of the next thousand quotes that were issued before the day, and answers whether there were any to examine. The service may
-- delete no quote by itself: this leaves all that were executed, and those of the last 29 days.
create function remove_unused_quotes(before date) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  cut uuid := first_id_of(least(before, (now() at time zone 'UTC')::date - 29));
  examined uuid := (select examined_until from unused_quotes);
  last uuid;
begin
  -- Before anything is locked, because readers of events wait for the oldest transaction that has written.
  if not exists (select from quotes where quote_id > examined and quote_id < cut) then
    return false;
  end if;
  select examined_until into examined from unused_quotes for update skip locked;
  if not found then
    return false;
  end if;
  select quote_id into last
  from (select quote_id from quotes where quote_id > examined and quote_id < cut order by quote_id limit 1000) as next
  order by quote_id desc
  limit 1;
  if last is null then
    return false;
  end if;
  delete from quotes where quote_id > examined and quote_id <= last and executed_at is null;
  update unused_quotes set examined_until = last;
  return true;
end
$$;

revoke execute on function remove_unused_quotes(date) from public;
grant execute on function remove_unused_quotes(date) to corridor_service;
