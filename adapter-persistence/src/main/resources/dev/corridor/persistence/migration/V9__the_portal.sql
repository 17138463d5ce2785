-- What people have in their hands when they ask about a payout: its hash on the chain.
create index transactions_by_hash on transactions (organization_id, tx_hash) where tx_hash is not null;

-- What waits for the bank or the chain: few rows among millions.
create index transactions_locked on transactions (organization_id, transaction_id desc) where status = 'LOCKED';
