-- Money of a payout that has come back is a transaction of its own. What has come back of a payout, the index finds.
alter table transactions
  add column returned_payout uuid,
  add column decided_by text,
  add column evidence text,
  add foreign key (returned_payout, organization_id) references transactions;

create index transactions_returns on transactions (returned_payout, organization_id) where returned_payout is not null;

-- How many returns the payout had after the step; null for none.
alter table events add column returns integer;

-- To reverse has become a permission of its own, which in the live environment only an operator grants. In the sandbox, keys may do what they could.
update api_keys
set permissions = array_append(permissions, 'transactions:reverse')
where environment = 'SANDBOX' and permissions @> '{transactions:write}';
