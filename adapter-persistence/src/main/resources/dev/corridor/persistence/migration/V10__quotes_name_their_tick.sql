-- What priced a quote: the tick of that symbol in that slot of time. mid_rate is its price, what one whole unit of the symbol's base is worth
-- in whole units of its counter asset, times ten to the tenth. Quotes from before have no tick, and mid_rate from from_asset to to_asset.
alter table quotes
  add column tick_symbol text,
  add column tick_slot timestamptz;
