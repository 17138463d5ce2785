-- What the house has paid to networks, once for each transaction in a block, in the smallest unit of the chain's own coin. Append-only, written by the
-- decision that ends the payout. Not postings: accounts do not hold these coins, and their amounts have more digits than an account can hold.
create table gas_costs (
  chain text not null,
  tx_hash text not null,
  wallet text not null,
  transaction_id uuid not null,
  organization_id uuid not null,
  units numeric(78) not null check (units >= 0),
  has_moved boolean not null,
  booked_at timestamptz not null,
  primary key (chain, tx_hash, organization_id),
  foreign key (transaction_id, organization_id) references chain_transfers
);

create index gas_costs_of_transaction on gas_costs (transaction_id);

grant select, insert on gas_costs to corridor_service;
