-- The schema in five files: the role, organizations with their keys and users, the ledger, market data, and what serves operation.
--
-- Money is a bigint in the asset's smallest unit, beside the asset's code. Identifiers are UUIDs of version 7, which sort by age. A text that
-- was not given is empty, not null.
--
-- Everything that belongs to an organization carries organization_id in each primary, unique and foreign key, and references nothing outside
-- the organization, so that the tables can be distributed by it. The most selective column leads each key: a generic plan made while the table
-- is empty then reads one row, and not the organization's whole history. There are no triggers.
--
-- Rights are least: no TRUNCATE anywhere, DELETE only of what expires, and UPDATE only of the columns that change. A row lock needs the right to
-- update some column, so some grants name a column that is never updated.

-- The role in which the service works. Roles belong to the whole cluster, so it may exist already, and another migration may be creating it for
-- another database at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'corridor_service') then
    create role corridor_service nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

-- The owner must be able to take the role on. If another role administers corridor_service, it must have granted it beforehand.
do $$
begin
  grant corridor_service to current_user;
exception
  when unique_violation or insufficient_privilege then null;
end
$$;
