-- What was spent of limits, where all nodes count together. A row is made empty, and filled once it is locked. The state is Bucket4j's, expires_at is in milliseconds since 1970. It is not
-- unlogged, because a month's quota must survive a crash. No transaction on money ever touches it.
create table allowances (
  allowance text primary key,
  state bytea,
  expires_at bigint
);

create index allowances_soonest_expiry_first on allowances (expires_at);

-- Whether a beneficiary was ever paid.
create index transactions_of_beneficiary on transactions (beneficiary_id, organization_id) where beneficiary_id is not null;

grant select, insert, update, delete on allowances to corridor_service;
