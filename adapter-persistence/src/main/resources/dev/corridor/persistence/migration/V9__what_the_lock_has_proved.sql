-- Every movement locks its account and reads under that lock what it refers to; nothing of it can be deleted by the service. So a reference
-- that leads nowhere could only be written by a fault of the program, and each of these constraints looked once more, row by row, for what
-- had just been read: twelve look-ups a trade, more than the rest of its work. `verify-books` follows the references of the whole ledger.
alter table quotes drop constraint quotes_account_id_organization_id_fkey;

alter table transactions
  drop constraint transactions_account_id_organization_id_fkey,
  drop constraint transactions_quote_id_organization_id_fkey,
  drop constraint transactions_details;

alter table entries
  drop constraint entries_transaction_id_organization_id_fkey,
  drop constraint entries_account_id_organization_id_fkey;
