-- How much an account has been promised and has not used. The row is locked and read by whatever issues or executes a quote, so the tally costs no
-- look-up; none of its columns is indexed, and the free space keeps its updates in place.
alter table accounts
  add column quotes_since timestamptz not null default 'epoch',
  add column open_quotes bigint not null default 0,
  add column open_worth bigint not null default 0,
  add column open_quotes_before bigint not null default 0,
  add column open_worth_before bigint not null default 0,
  set (fillfactor = 80);

grant update (quotes_since, open_quotes, open_worth, open_quotes_before, open_worth_before) on accounts to corridor_service;
