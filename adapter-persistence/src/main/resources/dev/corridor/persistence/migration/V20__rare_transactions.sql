-- For lists by status and by type that hardly any transaction is on. A trade, which is COMPLETED at once, has no entry here.
create index transactions_ended_otherwise on transactions (organization_id, status, transaction_id desc) where status in ('DECLINED', 'REFUNDED');
create index transactions_by_type on transactions (organization_id, type, transaction_id desc) where type <> 'TRADE';
