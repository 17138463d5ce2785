-- The role whose rights the service works with. Roles belong to the whole cluster, so it may be there already, and somebody may be
-- creating it for another database at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'corridor_service') then
    create role corridor_service nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

-- Whoever migrates must be able to take the role on. If the role is somebody else's to grant, they must have granted it beforehand.
do $$
begin
  grant corridor_service to current_user;
exception
  when unique_violation or insufficient_privilege then null;
end
$$;

-- No DELETE and no TRUNCATE anywhere, and UPDATE only of what changes. A row lock needs the right to update some column, which is why
-- accounts.updated_at is among them.
grant select, insert on organizations to corridor_service;
grant select, insert on api_keys to corridor_service;
grant select, insert, update (updated_at) on accounts to corridor_service;
grant select, insert, update (available, locked) on balances to corridor_service;
grant select, insert, update (status, updated_at) on beneficiaries to corridor_service;
grant select, insert, update (executed_at) on quotes to corridor_service;
grant select, insert, update (status, updated_at) on transactions to corridor_service;
grant select, insert on entries to corridor_service;
grant select, insert, update (waiting_since) on chain_transfers to corridor_service;
