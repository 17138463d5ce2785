-- A transaction is corrected by another one, of type ADJUSTMENT, and is not touched itself. By which, the unique index says: it finds the
-- reversal, and keeps a second one out.
alter table transactions
  add column reverses uuid,
  add foreign key (reverses, organization_id) references transactions,
  drop constraint transactions_details,
  add constraint transactions_details check (
    case type
      when 'TRADE' then
        status = 'COMPLETED'
        and num_nulls(quote_id, received_asset, received, fee) = 0
        and num_nonnulls(beneficiary_id, chain, to_address, tx_hash, method, bank_name, swift_code, account_number, iban, reverses) = 0
      when 'CRYPTO_PAYOUT' then
        num_nulls(beneficiary_id, chain, to_address, tx_hash) = 0
        and num_nonnulls(quote_id, received_asset, received, fee, method, bank_name, swift_code, account_number, iban, reverses) = 0
      when 'FIAT_PAYOUT' then
        num_nulls(beneficiary_id, method, bank_name, swift_code, account_number, iban) = 0
        and num_nonnulls(quote_id, received_asset, received, fee, chain, to_address, tx_hash, reverses) = 0
      when 'CRYPTO_PAYIN' then
        num_nonnulls(quote_id, received_asset, received, fee, beneficiary_id, chain, to_address, tx_hash, method, bank_name,
          swift_code, account_number, iban, reverses) = 0
      when 'FIAT_PAYIN' then
        num_nonnulls(quote_id, received_asset, received, fee, beneficiary_id, chain, to_address, tx_hash, method, bank_name,
          swift_code, account_number, iban, reverses) = 0
      when 'ADJUSTMENT' then
        status = 'COMPLETED'
        and reverses is not null
        and num_nonnulls(quote_id, received_asset, received, fee, beneficiary_id, chain, to_address, tx_hash, method, bank_name,
          swift_code, account_number, iban) = 0
      else false
    end);

create unique index transactions_one_reversal on transactions (reverses, organization_id) where reverses is not null;

-- When the balance last changed. No entry of the balance is posted at an earlier time, so its entries are in the order of time.
alter table balances add column changed_at timestamptz not null default 'epoch';

update balances
set changed_at = coalesce(
  (select max(posted_at)
  from entries
  where entries.account_id = balances.account_id and entries.organization_id = balances.organization_id
    and entries.asset = balances.asset),
  'epoch');

grant update (changed_at) on balances to corridor_service;

-- What a bucket held at a moment stands on its last entry before it: one row of this index, however long the history is.
create index entries_of_bucket_in_order on entries (account_id, asset, bucket, posted_at, entry_number) where account_id is not null;
